namespace Orrery.Engines.Scaling.Schedules;

/// <summary>A scheduled action at an instant at which it runs.</summary>
/// <param name="At">The instant.</param>
/// <param name="Action">The action.</param>
public sealed record DueAction(DateTimeOffset At, ScheduledAction Action);
