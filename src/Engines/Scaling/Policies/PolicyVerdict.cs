namespace Orrery.Engines.Scaling.Policies;

/// <summary>What one policy says at an instant.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Decision">What it would do alone.</param>
/// <param name="ScalesIn">Whether its part that scales in is switched on; others do not wait for it else.</param>
public sealed record PolicyVerdict(string Policy, PolicyKind Kind, CapacityDecision Decision, bool ScalesIn = true);
