using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Tells of groups; names of none are passed over.</summary>
public sealed class DescribeAutoScalingGroups
    : IReadOperation<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResult>
{
    /// <inheritdoc/>
    public DescribeAutoScalingGroupsResult Run(DescribeAutoScalingGroupsRequest request, ReadCall call)
    {
        var groups = call.Read(Tables.Groups);
        var found = request.AutoScalingGroupNames is { Count: > 0 } names
            ? names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => groups.Find(new(name))).OfType<GroupRecord>()
            : groups.All();
        var (page, next) = Pages.Of(
            found.Where(group => TagFilters.Leave(request.Filters, group)), group => group.Name,
            request.NextToken, request.MaxRecords);
        return new()
        {
            AutoScalingGroups =
                [.. page.Select(group => GroupView.Of(call, group, request.IncludeInstances != false))],
            NextToken = next,
        };
    }
}
