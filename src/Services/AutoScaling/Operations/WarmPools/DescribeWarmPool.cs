using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.WarmPools;

/// <summary>Tells of the warm pool of a group and of its instances; of nothing where there is no pool.</summary>
public sealed class DescribeWarmPool : IReadOperation<DescribeWarmPoolRequest, DescribeWarmPoolResult>
{
    private const int MostRecords = 50;

    /// <inheritdoc/>
    public DescribeWarmPoolResult Run(DescribeWarmPoolRequest request, ReadCall call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        var (page, next) = Pages.Of(
            Rules.Groups.Pooled(call, group.Name), member => member.Id, request.NextToken, request.MaxRecords,
            MostRecords);
        return new()
        {
            WarmPoolConfiguration = PoolView.Of(group.Pool),
            Instances = [.. page.Select(MemberView.Of)],
            NextToken = next,
        };
    }
}
