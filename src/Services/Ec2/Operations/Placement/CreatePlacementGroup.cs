using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>x</summary>
public sealed class CreatePlacementGroup : IWriteOperation<CreatePlacementGroupRequest, CreatePlacementGroupResult>
{
    /// <inheritdoc/>
    public CreatePlacementGroupResult Run(CreatePlacementGroupRequest request, Call call) => new();
}
