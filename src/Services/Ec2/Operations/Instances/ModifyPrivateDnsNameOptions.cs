using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ModifyPrivateDnsNameOptions.</summary>
public sealed class ModifyPrivateDnsNameOptions : IWriteOperation<ModifyPrivateDnsNameOptionsRequest, ModifyPrivateDnsNameOptionsResult>
{
    /// <inheritdoc/>
    public ModifyPrivateDnsNameOptionsResult Run(ModifyPrivateDnsNameOptionsRequest request, Call call) => new();
}
