using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>x</summary>
public sealed class DescribeSpotInstanceRequests : IReadOperation<DescribeSpotInstanceRequestsRequest, DescribeSpotInstanceRequestsResult>
{
    /// <inheritdoc/>
    public DescribeSpotInstanceRequestsResult Run(DescribeSpotInstanceRequestsRequest request, ReadCall call) => new();
}
