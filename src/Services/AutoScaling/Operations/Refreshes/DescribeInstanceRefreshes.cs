using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

/// <summary>
/// Tells of the refreshes of a group in the last six weeks, the newest first; ids of none are passed over.
/// </summary>
public sealed class DescribeInstanceRefreshes
    : IReadOperation<DescribeInstanceRefreshesRequest, DescribeInstanceRefreshesResult>
{
    /// <inheritdoc/>
    public DescribeInstanceRefreshesResult Run(DescribeInstanceRefreshesRequest request, ReadCall call)
    {
        var found = Refreshing.Refreshes.Of(call, Rules.Groups.Get(call, request.AutoScalingGroupName));
        if (request.InstanceRefreshIds is { Count: > 0 } ids)
            found = found.Where(refresh => ids.Contains(refresh.Id));
        var (page, next) = Pages.Of(found, refresh => refresh.Key.Value, request.NextToken, request.MaxRecords);
        return new() { InstanceRefreshes = [.. page.Select(RefreshView.Of)], NextToken = next };
    }
}
