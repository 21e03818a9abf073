namespace Orrery.Contracts.Capacity;

/// <summary>What the metadata items <c>spot/instance-action</c>, <c>spot/termination-time</c> and
/// <c>events/recommendations/rebalance</c> show of an instance.</summary>
/// <param name="Action">Terminate or stop, in small letters; null while there is only a recommendation.</param>
/// <param name="At">When it is interrupted; null while there is only a recommendation.</param>
/// <param name="RebalanceAt">When the rebalance recommendation was given.</param>
public sealed record SpotNotice(string? Action, DateTimeOffset? At, DateTimeOffset? RebalanceAt);
