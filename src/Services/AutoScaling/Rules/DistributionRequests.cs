using System.Globalization;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads how a mixed group divides its capacity. Source: API Reference, InstancesDistribution, with its defaults; words
/// of refusals are guessed.
/// </summary>
internal static class DistributionRequests
{
    private const string LowestPrice = "lowest-price";
    private const string Prioritized = "prioritized";
    private const string InOrder = "capacity-optimized-prioritized";

    private static readonly string[] SpotStrategies =
        [LowestPrice, "capacity-optimized", InOrder, "price-capacity-optimized"];

    /// <summary>Over how many pools of a zone lowest-price spreads by itself.</summary>
    public const int Pools = 2;

    /// <summary>The distribution; what is not named stays as it was.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static DistributionRecord Read(
        InstancesDistribution? asked, DistributionRecord? before, bool byAttributes)
    {
        var spot = asked?.SpotAllocationStrategy ?? before?.SpotStrategy ?? LowestPrice;
        var result = new DistributionRecord(
            asked?.OnDemandAllocationStrategy ?? before?.OnDemandStrategy
                ?? (byAttributes ? LowestPrice : Prioritized),
            asked?.OnDemandBaseCapacity ?? before?.OnDemandBase ?? 0,
            asked?.OnDemandPercentageAboveBaseCapacity ?? before?.OnDemandPercent ?? 100,
            spot,
            asked?.SpotInstancePools ?? (spot == LowestPrice ? before?.SpotPools ?? Pools : null),
            asked?.SpotMaxPrice is { } price ? price.Length == 0 ? null : price : before?.SpotMaxPrice);
        Check(result, byAttributes);
        return result;
    }

    /// <summary>The distribution as the engine takes it.</summary>
    public static Distribution EngineOf(DistributionRecord record) => new(
        record.OnDemandBase,
        record.OnDemandPercent,
        record.OnDemandStrategy == LowestPrice ? OnDemandStrategy.LowestPrice : OnDemandStrategy.Prioritized,
        record.SpotStrategy switch
        {
            "capacity-optimized" => SpotStrategy.CapacityOptimized,
            InOrder => SpotStrategy.CapacityOptimizedPrioritized,
            "price-capacity-optimized" => SpotStrategy.PriceCapacityOptimized,
            _ => SpotStrategy.LowestPrice,
        },
        record.SpotPools ?? Pools,
        record.SpotMaxPrice is { } price ? double.Parse(price, CultureInfo.InvariantCulture) : null);

    private static void Check(DistributionRecord asked, bool byAttributes)
    {
        if (asked.OnDemandStrategy is not (LowestPrice or Prioritized))
            throw Errors.Invalid($"Invalid OnDemandAllocationStrategy {asked.OnDemandStrategy}");
        if (!SpotStrategies.Contains(asked.SpotStrategy))
            throw Errors.Invalid($"Invalid SpotAllocationStrategy {asked.SpotStrategy}");
        if (byAttributes && asked.OnDemandStrategy == Prioritized)
            throw Errors.Invalid("OnDemandAllocationStrategy prioritized cannot be used with InstanceRequirements");
        if (byAttributes && asked.SpotStrategy == InOrder)
            throw Errors.Invalid($"SpotAllocationStrategy {InOrder} cannot be used with InstanceRequirements");
        if (asked.OnDemandBase < 0)
            throw Errors.Invalid("OnDemandBaseCapacity must not be negative");
        if (asked.OnDemandPercent is < 0 or > 100)
            throw Errors.Invalid("OnDemandPercentageAboveBaseCapacity must be between 0 and 100");
        if (asked.SpotPools is not null && asked.SpotStrategy != LowestPrice)
            throw Errors.Invalid("SpotInstancePools is valid only with the SpotAllocationStrategy lowest-price");
        if (asked.SpotPools is < 1 or > 20)
            throw Errors.Invalid("SpotInstancePools must be between 1 and 20");
        if (asked.SpotMaxPrice is { } price
            && !(double.TryParse(price, NumberStyles.Float, CultureInfo.InvariantCulture, out var most)
                && most is >= 0.001 and <= 1_000_000))
        {
            throw Errors.Invalid($"Invalid SpotMaxPrice {price}: it must be at least 0.001");
        }
    }
}
