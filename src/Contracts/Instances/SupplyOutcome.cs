namespace Orrery.Contracts.Instances;

/// <summary>What became of an order.</summary>
/// <param name="Launched">The instances.</param>
/// <param name="Failure">Why there are fewer than were ordered; null where there are not.</param>
public sealed record SupplyOutcome(IReadOnlyList<SuppliedInstance> Launched, SupplyFailure? Failure);
