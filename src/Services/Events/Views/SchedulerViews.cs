using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Views;

/// <summary>Records of the scheduler as the API writes them.</summary>
internal static class SchedulerViews
{
    /// <summary>A group.</summary>
    public static ScheduleGroupSummary Group(Scope scope, ScheduleGroupRecord group) => new()
    {
        Arn = Names.Group(scope, group.Name.Value),
        CreationDate = group.Created,
        LastModificationDate = group.Modified,
        Name = group.Name.Value,
        State = group.IsDeleting ? ScheduleGroupState.Deleting : ScheduleGroupState.Active,
    };

    /// <summary>A schedule in a list.</summary>
    public static ScheduleSummary Summary(Scope scope, ScheduleRecord schedule) => new()
    {
        Arn = Names.Schedule(scope, schedule.Group, schedule.Name),
        CreationDate = schedule.Created,
        GroupName = schedule.Group,
        LastModificationDate = schedule.Modified,
        Name = schedule.Name,
        State = State(schedule),
        Target = new() { Arn = schedule.Target.Arn },
    };

    /// <summary>A schedule.</summary>
    public static GetScheduleResult Schedule(Scope scope, ScheduleRecord schedule) => new()
    {
        ActionAfterCompletion = schedule.DeletesItself ? ActionAfterCompletion.Delete : ActionAfterCompletion.None,
        Arn = Names.Schedule(scope, schedule.Group, schedule.Name),
        CreationDate = schedule.Created,
        Description = schedule.Description,
        EndDate = schedule.End,
        FlexibleTimeWindow = new()
        {
            Mode = schedule.Window is null ? FlexibleTimeWindowMode.Off : FlexibleTimeWindowMode.Flexible,
            MaximumWindowInMinutes = schedule.Window,
        },
        GroupName = schedule.Group,
        KmsKeyArn = schedule.KmsKeyArn,
        LastModificationDate = schedule.Modified,
        Name = schedule.Name,
        ScheduleExpression = schedule.Expression,
        ScheduleExpressionTimezone = schedule.Zone,
        StartDate = schedule.Start,
        State = State(schedule),
        Target = Target(schedule),
    };

    private static ScheduleState State(ScheduleRecord schedule) =>
        schedule.IsEnabled ? ScheduleState.Enabled : ScheduleState.Disabled;

    private static Target Target(ScheduleRecord schedule) => new()
    {
        Arn = schedule.Target.Arn,
        RoleArn = schedule.Target.Role,
        Input = schedule.Target.Input,
        SqsParameters = schedule.Target.GroupId is { } group ? new() { MessageGroupId = group } : null,
        DeadLetterConfig = schedule.Target.DeadLetterArn is { } queue ? new() { Arn = queue } : null,
        EventBridgeParameters = schedule.EventSource is { } source
            ? new() { Source = source, DetailType = schedule.EventDetailType }
            : null,
        RetryPolicy = new()
        {
            MaximumRetryAttempts = schedule.Target.MaxAttempts ?? Rules.Delivering.Deliveries.StandardAttempts,
            MaximumEventAgeInSeconds = schedule.Target.MaxAge ?? Rules.Delivering.Deliveries.StandardAge,
        },
    };
}
