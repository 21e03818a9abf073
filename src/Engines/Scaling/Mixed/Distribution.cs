namespace Orrery.Engines.Scaling.Mixed;

/// <summary>How a mixed group divides its capacity.</summary>
/// <param name="OnDemandBase">What is On-Demand first, in units.</param>
/// <param name="OnDemandPercent">The percentage of On-Demand above the base.</param>
/// <param name="OnDemand">How On-Demand chooses.</param>
/// <param name="Spot">How Spot chooses.</param>
/// <param name="SpotPools">Over how many pools of a zone lowest-price spreads.</param>
/// <param name="MaxPrice">The most to pay for an hour of a unit on Spot; null for the On-Demand price.</param>
public sealed record Distribution(
    int OnDemandBase = 0,
    int OnDemandPercent = 100,
    OnDemandStrategy OnDemand = OnDemandStrategy.Prioritized,
    SpotStrategy Spot = SpotStrategy.LowestPrice,
    int SpotPools = 2,
    double? MaxPrice = null);
