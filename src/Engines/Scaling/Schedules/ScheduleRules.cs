using Orrery.Core;

namespace Orrery.Engines.Scaling.Schedules;

/// <summary>
/// Scheduled actions. Source: EC2 Auto Scaling User Guide, "Scheduled scaling" (a start time with a recurrence is its
/// first run; old values do not come back; a time is unique; order is kept within a group); API Reference,
/// PutScheduledUpdateGroupAction. That a desired capacity outside new limits is moved into them, and that an end time
/// still counts itself, is guessed.
/// </summary>
public static class ScheduleRules
{
    /// <summary>The first run after an instant; null where there is none any more.</summary>
    public static DateTimeOffset? NextAfter(ScheduledAction action, DateTimeOffset after)
    {
        if (action.Start > after) return action.Start;
        if (action.Recurrence is null) return null;
        var next = ZonedCron.After(action.Recurrence, action.Zone, after);
        return next > action.End ? null : next;
    }

    /// <summary>The last run between two instants, the later one included; null where there was none.</summary>
    public static DateTimeOffset? LastBetween(ScheduledAction action, DateTimeOffset since, DateTimeOffset now)
    {
        DateTimeOffset? last = null;
        var at = since;
        while (NextAfter(action, at) is { } next && next <= now) last = at = next;
        return last;
    }

    /// <summary>
    /// All runs between two instants, the later one included, in the order in which they run: by time, then as listed.
    /// </summary>
    public static IReadOnlyList<DueAction> DueBetween(
        IReadOnlyList<ScheduledAction> actions, DateTimeOffset since, DateTimeOffset now)
    {
        var due = new List<DueAction>();
        foreach (var action in actions)
        {
            var at = since;
            while (NextAfter(action, at) is { } next && next <= now)
            {
                due.Add(new(next, action));
                at = next;
            }
        }

        return [.. due.OrderBy(d => d.At)];
    }

    /// <summary>The action of another name that runs when a new one would run next; null for none.</summary>
    public static ScheduledAction? Conflict(
        IReadOnlyList<ScheduledAction> actions, ScheduledAction wanted, DateTimeOffset now)
    {
        var at = NextAfter(wanted, now);
        return at is null ? null : actions.FirstOrDefault(a => a.Name != wanted.Name && NextAfter(a, now) == at);
    }

    /// <summary>Whether an action is over and is to be forgotten.</summary>
    public static bool IsOver(ScheduledAction action, DateTimeOffset now) => NextAfter(action, now) is null;

    /// <summary>What an action makes of a group.</summary>
    /// <param name="action">The action.</param>
    /// <param name="limits">The limits now.</param>
    /// <param name="desired">What the group desires now.</param>
    public static ScheduleOutcome Apply(ScheduledAction action, Limits limits, int desired)
    {
        var next = new Limits(action.Min ?? limits.Min, action.Max ?? limits.Max);
        var flaw = next.Min < 0 || action.Desired < 0 ? "sizes below 0"
            : next.Min > next.Max ? $"a minimum of {next.Min} above the maximum of {next.Max}" : null;
        if (flaw is not null)
        {
            var text = $"{action.Name} would leave {flaw}";
            return new(limits, CapacityDecision.Hold(desired, "INVALID_LIMITS", text), true);
        }

        var sets = $"{action.Name} sets min {Say(action.Min)}, max {Say(action.Max)}, desired {Say(action.Desired)}";
        var why = Reason.Of("SCHEDULED_ACTION", sets, action.Name);
        return new(next, CapacityDecision.Within(desired, action.Desired ?? desired, next, why));
    }

    private static string Say(int? number) => number is null ? "-" : $"{number}";
}
