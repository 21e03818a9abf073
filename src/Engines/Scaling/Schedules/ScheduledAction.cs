namespace Orrery.Engines.Scaling.Schedules;

/// <summary>A scheduled action of a group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">When it runs, or runs first; null for one that only recurs.</param>
/// <param name="End">After when it recurs no more; null for ever.</param>
/// <param name="Recurrence">When it recurs; null for once.</param>
/// <param name="Zone">The time zone of the recurrence.</param>
/// <param name="Min">The minimum that it sets; null leaves it.</param>
/// <param name="Max">The maximum that it sets; null leaves it.</param>
/// <param name="Desired">The desired capacity that it sets; null leaves it.</param>
public sealed record ScheduledAction(
    string Name,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    Cron? Recurrence,
    TimeZoneInfo Zone,
    int? Min = null,
    int? Max = null,
    int? Desired = null);
