namespace Orrery.Engines.Scaling.Schedules;

/// <summary>What a group has after a scheduled action.</summary>
/// <param name="Limits">Its limits.</param>
/// <param name="Decision">What it desires, and why.</param>
/// <param name="IsRefused">Whether the action would leave limits that cannot be, and changes nothing.</param>
public sealed record ScheduleOutcome(Limits Limits, CapacityDecision Decision, bool IsRefused = false);
