using Orrery.Operations;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Schedules;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Schedules;

/// <summary>
/// Keeps and runs scheduled actions. Source: EC2 Auto Scaling User Guide, "Scheduled scaling"; API Reference,
/// PutScheduledUpdateGroupAction.
/// </summary>
internal static class Actions
{
    /// <summary>The scheduled actions of a group, by name.</summary>
    public static IEnumerable<ScheduleRecord> Of(ReadCall call, string group) =>
        call.Read(Tables.Schedules).By(Tables.SchedulesByGroup, group);

    /// <summary>Keeps an action and plans its next run.</summary>
    /// <exception cref="Core.ServiceException">ValidationError, AlreadyExists or LimitExceeded.</exception>
    public static void Put(Call call, GroupRecord group, ScheduledUpdateGroupActionRequest request)
    {
        var name = request.ScheduledActionName!;
        var before = call.Read(Tables.Schedules).Find(ScalingKey.Of(group.Name, name));
        var record = Read(call, group, request, before);
        var wanted = EngineOf(record);
        var others = Of(call, group.Name).Select(EngineOf).ToList();
        if (before is null && others.Count >= ScalingQuotas.SchedulesPerGroup)
            throw Errors.Limit($"A group has at most {ScalingQuotas.SchedulesPerGroup} scheduled actions.");
        if (ScheduleRules.Conflict(others, wanted, call.Now) is { } other)
            throw Errors.Exists($"The scheduled action {other.Name} runs at the same time already.");
        call.Write(Tables.Schedules).Put(record);
        Plan(call, record);
    }

    /// <summary>Takes an action away; false where there is none.</summary>
    public static bool Delete(Call call, string group, string name)
    {
        var key = ScalingKey.Of(group, name);
        call.Cancel(ScheduleLoop.TimerKind, key.Value);
        return call.Write(Tables.Schedules).Remove(key);
    }

    /// <summary>Runs an action, and plans its next run, or forgets it.</summary>
    public static void Run(Call call, ScheduleRecord record)
    {
        var group = Groups.Get(call, record.Group);
        if (!group.IsDeleting && !group.Suspends(Processes.ScheduledActions)) Apply(call, group, record);
        Plan(call, record);
    }

    /// <summary>When an action runs next; null for never again.</summary>
    public static DateTimeOffset? Next(ScheduleRecord record, DateTimeOffset now) =>
        ScheduleRules.NextAfter(EngineOf(record), now);

    private static void Apply(Call call, GroupRecord group, ScheduleRecord record)
    {
        var outcome = ScheduleRules.Apply(EngineOf(record), new(group.Min, group.Max), group.Desired);
        Policies.Decisions.Note(call, group, new(outcome.Decision, record.Name));
        if (outcome.IsRefused) return;
        var changed = group with { Min = outcome.Limits.Min, Max = outcome.Limits.Max };
        if (outcome.Decision.To != group.Desired)
        {
            var text = Cause.Scheduled(call.Now, outcome.Limits, outcome.Decision);
            changed = Groups.Desire(changed, outcome.Decision.To, new(call.Now, text, outcome.Decision.Why));
        }

        Groups.Put(call, changed);
    }

    private static void Plan(Call call, ScheduleRecord record)
    {
        call.Cancel(ScheduleLoop.TimerKind, record.Key.Value);
        if (Next(record, call.Now) is { } next) call.Schedule(ScheduleLoop.TimerKind, next, record.Key.Value);
        else call.Write(Tables.Schedules).Remove(record.Key);
    }

    private static ScheduledAction EngineOf(ScheduleRecord record) => new(
        record.Name, record.Start, record.End,
        record.Recurrence is { } text ? Cron.Parse(text) : null,
        TimeZoneInfo.FindSystemTimeZoneById(record.TimeZone ?? "UTC"),
        record.Min, record.Max, record.Desired);

    private static ScheduleRecord Read(
        Call call, GroupRecord group, ScheduledUpdateGroupActionRequest request, ScheduleRecord? before)
    {
        Check(request, call.Now);
        return new()
        {
            Group = group.Name,
            Name = request.ScheduledActionName!,
            Arn = before?.Arn ?? $"arn:aws:autoscaling:{call.Region}:{call.Account}:scheduledUpdateGroupAction:"
                + $"{Uuids.New(call)}:autoScalingGroupName/{group.Name}:"
                + $"scheduledActionName/{request.ScheduledActionName}",
            Start = request.StartTime,
            End = request.EndTime,
            Recurrence = request.Recurrence,
            TimeZone = request.TimeZone,
            Min = request.MinSize,
            Max = request.MaxSize,
            Desired = request.DesiredCapacity,
        };
    }

    private static void Check(ScheduledUpdateGroupActionRequest request, DateTimeOffset now)
    {
        if (request is { MinSize: null, MaxSize: null, DesiredCapacity: null })
            throw Errors.Invalid("At least one of MinSize, MaxSize and DesiredCapacity must be specified");
        if (request.MinSize < 0 || request.MaxSize < 0 || request.DesiredCapacity < 0)
            throw Errors.Invalid("MinSize, MaxSize and DesiredCapacity must not be negative");
        if (request.MinSize > request.MaxSize || request.DesiredCapacity > request.MaxSize
            || request.DesiredCapacity < request.MinSize)
            throw Errors.Invalid("MinSize, DesiredCapacity and MaxSize must be in ascending order");
        if (request.StartTime is null && request.Recurrence is null)
            throw Errors.Invalid("Either StartTime or Recurrence must be specified");
        if (request.StartTime < now)
            throw Errors.Invalid("Given start time is in the past");
        if (request.EndTime < now || request.EndTime < request.StartTime)
            throw Errors.Invalid("Given end time is before the start time or in the past");
        if (request.Recurrence is { } text && Cron.Parse(text) is null)
            throw Errors.Invalid($"Given recurrence string:{text} is invalid");
        if (request.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw Errors.Invalid($"Given time zone {zone} is invalid");
    }
}
