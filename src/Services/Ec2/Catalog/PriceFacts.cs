namespace Orrery.Services.Ec2.Catalog;

/// <summary>What an hour of a type costs in a region. Source: <c>data/spot-prices.csv</c>.</summary>
/// <param name="OnDemand">On-Demand, in USD.</param>
/// <param name="Spot">The average of Spot, in USD; null where it is not sold as Spot.</param>
/// <param name="Interruption">The upper bound of the monthly frequency of interruptions, in percent, or null.</param>
internal sealed record PriceFacts(decimal OnDemand, decimal? Spot, int? Interruption);
