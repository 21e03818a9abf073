using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Schedules;

/// <summary>Tells of scheduled actions that are still to run; the start of one that recurs is its next run.</summary>
public sealed class DescribeScheduledActions
    : IReadOperation<DescribeScheduledActionsRequest, DescribeScheduledActionsResult>
{
    /// <inheritdoc/>
    public DescribeScheduledActionsResult Run(DescribeScheduledActionsRequest request, ReadCall call)
    {
        if (request.AutoScalingGroupName is { } name) Rules.Groups.Get(call, name);
        var found = request.AutoScalingGroupName is { } group
            ? Actions.Of(call, group) : call.Read(Tables.Schedules).All();
        if (request.ScheduledActionNames is { Count: > 0 } names)
            found = found.Where(record => names.Contains(record.Name));
        else
            found = found.Where(record => Actions.Next(record, call.Now) is { } next
                && !(next < request.StartTime) && !(next > request.EndTime));
        var (page, token) = Pages.Of(found, record => record.Key.Value, request.NextToken, request.MaxRecords);
        return new()
        {
            ScheduledUpdateGroupActions = [.. page.Select(record => View(record, Actions.Next(record, call.Now)))],
            NextToken = token,
        };
    }

    private static ScheduledUpdateGroupAction View(ScheduleRecord record, DateTimeOffset? next) => new()
    {
        AutoScalingGroupName = record.Group,
        ScheduledActionName = record.Name,
        ScheduledActionARN = record.Arn,
        Time = next,
        StartTime = next,
        EndTime = record.End,
        Recurrence = record.Recurrence,
        TimeZone = record.TimeZone,
        MinSize = record.Min,
        MaxSize = record.Max,
        DesiredCapacity = record.Desired,
    };
}
