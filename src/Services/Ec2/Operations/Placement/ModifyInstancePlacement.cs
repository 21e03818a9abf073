using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>x</summary>
public sealed class ModifyInstancePlacement : IWriteOperation<ModifyInstancePlacementRequest, ModifyInstancePlacementResult>
{
    /// <inheritdoc/>
    public ModifyInstancePlacementResult Run(ModifyInstancePlacementRequest request, Call call) => new();
}
