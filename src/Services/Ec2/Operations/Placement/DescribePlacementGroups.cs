using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>x</summary>
public sealed class DescribePlacementGroups : IReadOperation<DescribePlacementGroupsRequest, DescribePlacementGroupsResult>
{
    /// <inheritdoc/>
    public DescribePlacementGroupsResult Run(DescribePlacementGroupsRequest request, ReadCall call) => new();
}
