using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Tells what was done with groups in the last six weeks, the newest first.</summary>
public sealed class DescribeScalingActivities
    : IReadOperation<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResult>
{
    /// <inheritdoc/>
    public DescribeScalingActivitiesResult Run(DescribeScalingActivitiesRequest request, ReadCall call)
    {
        if (request.Filters is { Count: > 0 }) throw Errors.NotServed("Filters of DescribeScalingActivities");
        var name = request.AutoScalingGroupName;
        if (name is not null && request.IncludeDeletedGroups != true) Rules.Groups.Get(call, name);
        var found = name is not null
            ? Activities.Of(call, name)
            : call.Read(Tables.Activities).All().OrderBy(KeyOf, StringComparer.Ordinal);
        var wanted = found.Where(activity => request.ActivityIds is not { Count: > 0 } ids || ids.Contains(activity.Id))
            .Where(activity => request.IncludeDeletedGroups == true
                || call.Read(Tables.Groups).Find(new(activity.Group))?.Arn == activity.GroupArn);
        var (page, next) = Pages.Of(wanted, KeyOf, request.NextToken, request.MaxRecords ?? 100);
        return new() { Activities = [.. page.Select(activity => ActivityView.Of(call, activity))], NextToken = next };
    }

    private static string KeyOf(ActivityRecord activity) => string.Join('\u001f', activity.Key.Names[1..]);
}
