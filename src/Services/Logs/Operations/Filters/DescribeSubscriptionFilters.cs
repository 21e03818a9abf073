using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Lists the subscription filters of a group.</summary>
public sealed class DescribeSubscriptionFilters : IReadOperation<DescribeSubscriptionFiltersRequest, DescribeSubscriptionFiltersResult>
{
    /// <inheritdoc/>
    public DescribeSubscriptionFiltersResult Run(DescribeSubscriptionFiltersRequest request, ReadCall call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        var all = call.Read(Tables.Subscriptions).By(Tables.SubscriptionsByGroup, group.Name.Value)
            .Where(f => f.Name.StartsWith(request.FilterNamePrefix ?? "", StringComparison.Ordinal));
        var (page, next) = Pages.Of(all, f => f.Key.Value, request.NextToken, request.Limit ?? 50);
        return new()
        {
            SubscriptionFilters =
            [
                .. page.Select(f => new SubscriptionFilter
                {
                    FilterName = f.Name,
                    FilterPattern = f.Pattern,
                    LogGroupName = f.Group,
                    DestinationArn = f.DestinationArn,
                    RoleArn = f.RoleArn,
                    Distribution = f.Distribution,
                    ApplyOnTransformedLogs = false,
                    CreationTime = f.CreationTime.Ms(),
                }),
            ],
            NextToken = next,
        };
    }
}
