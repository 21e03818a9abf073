namespace Orrery.Host.Admin.Shapes;

/// <summary>What became of flows that were sent.</summary>
/// <param name="Flows">How many were sent.</param>
/// <param name="Arrived">How many arrived and were answered.</param>
/// <param name="At">When they began.</param>
/// <param name="Trace">The way of the first one that fared worst.</param>
/// <param name="Seen">What was seen of the first one, by whom.</param>
public sealed record SentView(
    int Flows, int Arrived, DateTimeOffset At, TraceView Trace, IReadOnlyList<SightingView> Seen);
