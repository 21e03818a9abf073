namespace Orrery.Services.AutoScaling.Records;

/// <summary>How a mixed group divides its capacity, in AWS's words.</summary>
/// <param name="OnDemandStrategy">How On-Demand chooses.</param>
/// <param name="OnDemandBase">What is On-Demand first.</param>
/// <param name="OnDemandPercent">The percentage of On-Demand above the base.</param>
/// <param name="SpotStrategy">How Spot chooses.</param>
/// <param name="SpotPools">Over how many pools lowest-price spreads; null with other strategies.</param>
/// <param name="SpotMaxPrice">The most to pay for an hour of a unit; null for the On-Demand price.</param>
public sealed record DistributionRecord(
    string OnDemandStrategy, int OnDemandBase, int OnDemandPercent, string SpotStrategy, int? SpotPools,
    string? SpotMaxPrice);
