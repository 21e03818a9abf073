namespace Orrery.Engines.Scaling.Mixed;

/// <summary>
/// The order of pools within a zone. Source: EC2 Auto Scaling User Guide, "Allocation strategies for multiple instance
/// types"; API Reference, InstancesDistribution. How AWS weighs capacity against price and order it does not say:
/// depths in the same tenth count as much the same, and pools within a quarter of the deepest as deep (guessed; EC2
/// fleets here do the same).
/// </summary>
public static class AllocationRules
{
    private const double SameDepth = 0.1;
    private const double Near = 0.25;

    /// <summary>The pools of a zone from which On-Demand is launched, the first choice first.</summary>
    public static IReadOnlyList<Pool> OnDemand(IEnumerable<Pool> pools, OnDemandStrategy strategy)
    {
        var open = pools.Where(p => p.FreeOnDemand > 0);
        return strategy == OnDemandStrategy.Prioritized
            ? [.. open.OrderBy(p => p.Priority)]
            : [.. open.OrderBy(p => p.OnDemandUnitPrice).ThenBy(p => p.Priority)];
    }

    /// <summary>The pools of a zone from which Spot is launched, the first choice first.</summary>
    public static IReadOnlyList<Pool> Spot(IEnumerable<Pool> pools, Distribution distribution)
    {
        var open = pools.Where(p => p.Free > 0 && p.SpotPrice <= MostFor(p, distribution)).ToList();
        return distribution.Spot switch
        {
            SpotStrategy.LowestPrice => Spread(ByPrice(open), distribution.SpotPools),
            SpotStrategy.CapacityOptimized => [.. open.OrderByDescending(p => p.Depth).ThenBy(p => p.SpotUnitPrice)],
            SpotStrategy.CapacityOptimizedPrioritized =>
                [.. open.OrderByDescending(p => Math.Floor(p.Depth / SameDepth)).ThenBy(p => p.Priority)],
            _ => Deep(open),
        };
    }

    /// <summary>The most to pay for an hour of an instance: a maximum price is that of a unit.</summary>
    public static double MostFor(Pool pool, Distribution distribution) =>
        distribution.MaxPrice * pool.Weight ?? pool.OnDemandPrice;

    /// <summary>
    /// How far a pool is from what the strategy would take now, for <c>AllocationStrategy</c> of the termination
    /// policies: 0 fits, more is worse.
    /// </summary>
    /// <param name="pool">The pool of an instance.</param>
    /// <param name="zone">The pools of its zone.</param>
    /// <param name="purchase">How the instance is paid for.</param>
    /// <param name="distribution">How the group divides its capacity.</param>
    public static int Misfit(Pool pool, IReadOnlyList<Pool> zone, Purchase purchase, Distribution distribution)
    {
        var isCheap = purchase == Purchase.Spot && distribution.Spot == SpotStrategy.LowestPrice;
        var order = purchase == Purchase.OnDemand
            ? OnDemand(zone.Select(p => p with { FreeOnDemand = 1 }), distribution.OnDemand)
            : isCheap ? ByPrice(zone.Where(p => p.SpotPrice is not null)) : Spot(zone, distribution);
        var place = 0;
        while (place < order.Count && order[place].Type != pool.Type) place++;
        return isCheap ? Math.Max(0, place - distribution.SpotPools + 1) : place;
    }

    // Of the cheapest pools the one with the fewest units comes first, so that they fill evenly.
    private static List<Pool> Spread(List<Pool> byPrice, int pools) =>
        [.. byPrice.Take(pools).OrderBy(p => (long)p.Present * p.Weight), .. byPrice.Skip(pools)];

    private static List<Pool> ByPrice(IEnumerable<Pool> pools) =>
        [.. pools.OrderBy(p => p.SpotUnitPrice).ThenBy(p => p.Priority)];

    private static List<Pool> Deep(List<Pool> open)
    {
        var deepest = open.Select(p => p.Depth).DefaultIfEmpty().Max();
        return [.. ByPrice(open).OrderBy(p => p.Depth >= deepest - Near ? 0 : 1)];
    }
}
