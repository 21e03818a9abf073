using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Operations.Schedules;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Rules.Scheduling;

/// <summary>Finds schedules and groups, and reads what is asked of a schedule.</summary>
internal static class ScheduleRules
{
    /// <summary>The group that every account has.</summary>
    public const string DefaultGroup = "default";

    /// <summary>Groups per region. Source: EventBridge Scheduler User Guide, "Quotas".</summary>
    public const int MostGroups = 500;

    /// <summary>A group.</summary>
    public static ScheduleGroupRecord Group(ReadCall call, string name) =>
        call.Read(SchedulerTables.Groups).Find(new(name)) ?? throw Errors.SchedulerNotFound($"Schedule group {name}");

    /// <summary>The group of an ARN.</summary>
    public static ScheduleGroupRecord GroupOf(ReadCall call, string arn) =>
        Names.Parts(arn, "scheduler") is { } parts && parts.Scope == call.Scope
            ? Group(call, parts.Resource["schedule-group/".Length..])
            : throw Errors.SchedulerNotFound($"Schedule group {arn}");

    /// <summary>A schedule.</summary>
    public static ScheduleRecord Find(ReadCall call, string group, string name) =>
        call.Read(SchedulerTables.Schedules).Find(EventsKey.Of(group, name))
        ?? throw Errors.SchedulerNotFound($"Schedule {name}");

    /// <summary>When a schedule is due.</summary>
    public static ScheduleExpression Expression(ScheduleRecord schedule) =>
        ScheduleExpression.OfSchedule(schedule.Expression, Zone(schedule.Zone))!;

    /// <summary>The record of a schedule.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static ScheduleRecord Read(ReadCall call, ScheduleWish wish, DateTimeOffset created)
    {
        var zone = Zone(wish.Zone ?? "UTC");
        if (ScheduleExpression.OfSchedule(wish.Expression, zone) is null)
            throw Errors.Validation($"Invalid Schedule Expression {wish.Expression}.");
        if (wish.End <= wish.Start)
            throw Errors.Validation("The StartDate you specify cannot be later than the EndDate.");
        if (wish.End <= call.Now)
            throw Errors.Validation("The EndDate you specify cannot be in the past.");
        var (target, put) = ScheduleTargets.Read(call, wish.Target);
        return new()
        {
            Key = EventsKey.Of(wish.Group, wish.Name),
            Group = wish.Group,
            Name = wish.Name,
            Expression = wish.Expression,
            Zone = wish.Zone ?? "UTC",
            Start = wish.Start,
            End = wish.End,
            Window = Window(wish.Window),
            DeletesItself = wish.After == ActionAfterCompletion.Delete,
            IsEnabled = wish.State != ScheduleState.Disabled,
            Description = wish.Description,
            Target = target,
            KmsKeyArn = ScheduleKeys.Checked(call, wish.Key, Names.Schedule(call.Scope, wish.Group, wish.Name)),
            EventSource = put?.Source,
            EventDetailType = put?.DetailType,
            Created = created,
            Modified = call.Now,
        };
    }

    private static int? Window(FlexibleTimeWindow window)
    {
        var isFlexible = window.Mode == FlexibleTimeWindowMode.Flexible;
        return isFlexible == window.MaximumWindowInMinutes is not null
            ? window.MaximumWindowInMinutes
            : throw Errors.Validation(isFlexible
                ? "MaximumWindowInMinutes is required when FlexibleTimeWindow Mode is FLEXIBLE."
                : "MaximumWindowInMinutes must not be given when FlexibleTimeWindow Mode is OFF.");
    }

    private static TimeZoneInfo Zone(string name)
    {
        if (name == "UTC")
            return TimeZoneInfo.Utc;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw Errors.Validation($"Invalid ScheduleExpressionTimezone {name}.");
        }
    }
}
