using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>x</summary>
public sealed class DescribeSpotPriceHistory : IReadOperation<DescribeSpotPriceHistoryRequest, DescribeSpotPriceHistoryResult>
{
    /// <inheritdoc/>
    public DescribeSpotPriceHistoryResult Run(DescribeSpotPriceHistoryRequest request, ReadCall call) => new();
}
