using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class ModifyFleet : IWriteOperation<ModifyFleetRequest, ModifyFleetResult>
{
    /// <inheritdoc/>
    public ModifyFleetResult Run(ModifyFleetRequest request, Call call) => new();
}
