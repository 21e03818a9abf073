using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>
/// Which pools a target is launched from, as a pure function of the pools. Source: EC2 API Reference,
/// SpotOptionsRequest and OnDemandOptionsRequest (allocation strategies); EC2 User Guide, "Use allocation strategies to
/// determine how EC2 Fleet or Spot Fleet fulfills Spot and On-Demand capacity". How AWS weighs capacity against price
/// it does not say: pools count as the deepest within a quarter of the deepest one (guessed).
/// </summary>
internal static class FleetAllocation
{
    private const double Near = 0.25;
    private const double SameDepth = 0.1;

    /// <summary>The pools of Spot for some units.</summary>
    /// <param name="pools">What may be launched from.</param>
    /// <param name="units">How many units are wanted.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="poolsToUse">Over how many pools lowest-price spreads.</param>
    public static IReadOnlyList<FleetPick> Spot(
        IReadOnlyList<FleetPool> pools, double units, SpotAllocationStrategy strategy, int poolsToUse = 1)
    {
        var sold = pools.Where(p => p.Price is not null).ToList();
        var byPrice = sold.OrderBy(p => p.PricePerUnit).ThenBy(p => p.Order).ToList();
        switch (strategy)
        {
            case SpotAllocationStrategy.Diversified:
                return Spread(byPrice.OrderBy(p => p.Order), units);
            case SpotAllocationStrategy.LowestPrice:
                var cheapest = byPrice.Where(p => p.Free > 0).Take(poolsToUse).ToList();
                return Filled(Spread(cheapest, units), byPrice, units);
            case SpotAllocationStrategy.CapacityOptimized:
                return Filled([], sold.OrderByDescending(p => p.Depth).ThenBy(p => p.PricePerUnit), units);
            case SpotAllocationStrategy.CapacityOptimizedPrioritized:
                return Filled(
                    [],
                    sold.OrderByDescending(p => Math.Floor(p.Depth / SameDepth))
                        .ThenBy(p => p.Priority ?? double.MaxValue)
                        .ThenByDescending(p => p.Depth),
                    units);
            default:
                var deepest = sold.Where(p => p.Free > 0).Select(p => p.Depth).DefaultIfEmpty().Max();
                return Filled(
                    [],
                    byPrice.OrderBy(p => p.Depth >= deepest - Near ? 0 : 1),
                    units);
        }
    }

    /// <summary>The pools of On-Demand for some units.</summary>
    public static IReadOnlyList<FleetPick> OnDemand(
        IReadOnlyList<FleetPool> pools, double units, FleetOnDemandAllocationStrategy strategy) =>
        Filled(
            [],
            strategy == FleetOnDemandAllocationStrategy.Prioritized
                ? pools.OrderBy(p => p.Priority ?? double.MaxValue).ThenBy(p => p.PricePerUnit).ThenBy(p => p.Order)
                : pools.OrderBy(p => p.PricePerUnit).ThenBy(p => p.Order),
            units);

    /// <summary>
    /// The same with pools of one type, of one zone, or of both only: the first choice that reaches the units, else the
    /// one that comes nearest.
    /// </summary>
    public static IReadOnlyList<FleetPick> Single(
        IReadOnlyList<FleetPool> pools,
        double units,
        (bool Type, bool Zone) single,
        Func<IReadOnlyList<FleetPool>, double, IReadOnlyList<FleetPick>> allocate)
    {
        if (!single.Type && !single.Zone)
        {
            return allocate(pools, units);
        }

        // The strategy tells which group it would begin with: that of its first pick, then of the pools that are left.
        var best = (Picks: (IReadOnlyList<FleetPick>)[], Units: 0.0);
        var left = pools.ToList();
        while (allocate(left, units) is [var first, ..])
        {
            var group = left.Where(p => (!single.Type || p.Type == first.Pool.Type)
                && (!single.Zone || p.Zone == first.Pool.Zone)).ToList();
            var picks = allocate(group, units);
            var reached = UnitsOf(picks);
            if (reached >= units)
            {
                return picks;
            }

            best = reached > best.Units ? (picks, reached) : best;
            left.RemoveAll(group.Contains);
        }

        return best.Picks;
    }

    /// <summary>The units of picks.</summary>
    public static double UnitsOf(IEnumerable<FleetPick> picks) => picks.Sum(p => p.Units);

    // One instance at a time from the pool that has the fewest units, so that what the fleet has already counts.
    private static List<FleetPick> Spread(IEnumerable<FleetPool> pools, double units)
    {
        var counts = pools.Select(p => (Pool: p, Count: 0)).ToArray();
        for (var reached = 0.0; reached < units;)
        {
            var next = -1;
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i].Count < counts[i].Pool.Free && (next < 0 || UnitsAt(counts[i]) < UnitsAt(counts[next])))
                {
                    next = i;
                }
            }

            if (next < 0)
            {
                break;
            }

            counts[next].Count++;
            reached += counts[next].Pool.Weight;
        }

        return [.. counts.Where(c => c.Count > 0).Select(c => new FleetPick(c.Pool, c.Count))];
    }

    private static double UnitsAt((FleetPool Pool, int Count) one) => one.Pool.Weight * (one.Count + one.Pool.Present);

    // What is still missing comes from the pools in order, each until it has no more room.
    private static List<FleetPick> Filled(List<FleetPick> begun, IEnumerable<FleetPool> ordered, double units)
    {
        var counts = begun.ToDictionary(p => p.Pool, p => p.Count);
        var picks = begun.Select(p => p.Pool).ToList();
        var missing = units - UnitsOf(begun);
        foreach (var pool in ordered)
        {
            if (missing <= 0)
            {
                break;
            }

            var had = counts.GetValueOrDefault(pool);
            var count = (int)Math.Min(Math.Ceiling(missing / pool.Weight), pool.Free - had);
            if (count <= 0)
            {
                continue;
            }

            if (had == 0)
            {
                picks.Add(pool);
            }

            counts[pool] = had + count;
            missing -= count * pool.Weight;
        }

        return [.. picks.Select(p => new FleetPick(p, counts[p]))];
    }
}
