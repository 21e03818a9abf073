using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class DescribeFleetInstances : IReadOperation<DescribeFleetInstancesRequest, DescribeFleetInstancesResult>
{
    /// <inheritdoc/>
    public DescribeFleetInstancesResult Run(DescribeFleetInstancesRequest request, ReadCall call) => new();
}
