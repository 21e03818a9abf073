using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ModifyInstanceMaintenanceOptions.</summary>
public sealed class ModifyInstanceMaintenanceOptions : IWriteOperation<ModifyInstanceMaintenanceOptionsRequest, ModifyInstanceMaintenanceOptionsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceMaintenanceOptionsResult Run(ModifyInstanceMaintenanceOptionsRequest request, Call call) => new();
}
