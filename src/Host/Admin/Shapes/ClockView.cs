namespace Orrery.Host.Admin.Shapes;

/// <summary>A world's clock.</summary>
/// <param name="Now">The virtual time.</param>
/// <param name="Mode"><c>live</c> (runs with real time) or <c>stepped</c> (moves only when told).</param>
/// <param name="Rate">Virtual seconds per real second while live.</param>
/// <param name="PendingTimers">How many timers wait for their time.</param>
/// <param name="NextTimer">The one that is due first, or null.</param>
public sealed record ClockView(
    DateTimeOffset Now, string Mode, double Rate, int PendingTimers, TimerView? NextTimer);
