using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class DescribeFleets : IReadOperation<DescribeFleetsRequest, DescribeFleetsResult>
{
    /// <inheritdoc/>
    public DescribeFleetsResult Run(DescribeFleetsRequest request, ReadCall call) => new();
}
