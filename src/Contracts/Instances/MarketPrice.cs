namespace Orrery.Contracts.Instances;

/// <summary>What an hour of an instance type costs in a zone, in USD.</summary>
/// <param name="OnDemand">On-Demand; null where that is not known.</param>
/// <param name="Spot">On Spot; null where it is not sold as Spot.</param>
/// <param name="Depth">How plentiful Spot capacity is, from 0 to 1.</param>
public sealed record MarketPrice(decimal? OnDemand, decimal? Spot, double Depth);
