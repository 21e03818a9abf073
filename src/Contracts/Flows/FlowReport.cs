using Orrery.Contracts.Tracing;

namespace Orrery.Contracts.Flows;

/// <summary>What became of a flow that was sent.</summary>
/// <param name="Answer">The way of its packets; where several flows fared differently, of the first one.</param>
/// <param name="Flows">How many flows were sent.</param>
/// <param name="Arrived">How many of them arrived and were answered.</param>
/// <param name="Sightings">What the interfaces on the way saw, in order, for the first flow.</param>
public sealed record FlowReport(
    TraceAnswer Answer, int Flows, int Arrived, IReadOnlyList<FlowSighting> Sightings);
