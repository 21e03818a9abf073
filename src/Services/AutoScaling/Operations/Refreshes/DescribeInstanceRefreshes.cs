using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

public sealed class DescribeInstanceRefreshes : IReadOperation<DescribeInstanceRefreshesRequest, DescribeInstanceRefreshesResult>
{
    public DescribeInstanceRefreshesResult Run(DescribeInstanceRefreshesRequest request, ReadCall call) => new();
}
