namespace Orrery.Engines.Scaling.Policies;

/// <summary>What the policies of a group decide together.</summary>
/// <param name="Decision">The decision, with what every policy said.</param>
/// <param name="Winner">The policy that it comes from; null where nothing is done.</param>
public sealed record PolicyOutcome(CapacityDecision Decision, string? Winner);
