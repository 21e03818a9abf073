using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>x</summary>
public sealed class DeletePlacementGroup : IWriteOperation<DeletePlacementGroupRequest, DeletePlacementGroupResult>
{
    /// <inheritdoc/>
    public DeletePlacementGroupResult Run(DeletePlacementGroupRequest request, Call call) => new();
}
