using Orrery.Core;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>
/// How large a warm pool is, and what it does about it. Source: EC2 Auto Scaling User Guide, "Warm pools for Amazon EC2
/// Auto Scaling" (Warm pool size, Limitations) and the metric WarmPoolDesiredCapacity; API Reference, PutWarmPool.
/// Which instance goes where there are too many is guessed: of the zone with the most, first one that is not ready yet,
/// then the oldest. So is that a refresh ends all that is stale in the pool at once: nobody is served from there.
/// </summary>
public static class PoolRules
{
    /// <summary>How large the pool of a group shall be.</summary>
    public static PoolSize Size(PoolLimits limits, int desired)
    {
        var difference = Math.Max(0, limits.Prepared - desired);
        var bound = limits.MaxPrepared is null ? "the maximum" : "the maximum prepared capacity";
        var because = Reason.Of("PREPARED", $"{bound} {limits.Prepared} less the desired {desired} is {difference}");
        return limits.Min > difference
            ? new(limits.Min, new("POOL_MINIMUM", $"the pool keeps at least {limits.Min}", null, [because]))
            : new(difference, new("POOL_SIZE", $"the pool shall have {difference}", null, [because]));
    }

    /// <summary>What the pool does next.</summary>
    public static PoolPlan Next(PoolFacts facts)
    {
        var size = facts.IsClosing
            ? new(0, Reason.Of("POOL_CLOSING", "the pool is being deleted"))
            : Size(facts.Limits, facts.Desired);
        var counted = facts.Instances.Where(instance => instance.Counts).ToList();
        var ends = facts.CanTerminate && facts.CanReplace
            ? counted.Where(instance => instance is { IsWarmed: true, Sickness: not null }).Select(Sick).ToList() : [];
        if (facts.CanTerminate && facts.CanRefresh)
            ends.AddRange(counted.Where(one => one.IsStale && ends.All(end => end.Id != one.Id)).Select(Stale));
        counted.RemoveAll(instance => ends.Any(end => end.Id == instance.Id));
        while (facts.CanTerminate && Last(counted, Units(counted) - size.Capacity) is { } last)
        {
            counted.Remove(last);
            ends.Add(new(last.Id, null, new("POOL_SURPLUS", $"{last.Id} is too much", last.Id, [size.Why])));
        }

        var (launch, why) = Launches(facts, size, Units(counted));
        return new(size, ends, launch, why);
    }

    /// <summary>How many instances may go back into the pool instead of ending.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="reuses">Whether the pool takes instances back.</param>
    public static int Returns(PoolFacts facts, bool reuses) => reuses && !facts.IsClosing
        ? Math.Max(
            0, Size(facts.Limits, facts.Desired).Capacity - Units(facts.Instances.Where(instance => instance.Counts)))
        : 0;

    // What ends in the pool, or waits in the group for its end, still counts: the maximum prepared capacity is of all
    // states but terminated. The minimum of the pool is kept all the same.
    private static (int Count, Reason Why) Launches(PoolFacts facts, PoolSize size, int counted)
    {
        var missing = size.Capacity - counted;
        if (missing <= 0) return (0, new("POOL_FULL", $"the pool has {counted}", null, [size.Why]));
        if (!facts.CanLaunch)
            return (0, new("POOL_HELD", $"the pool lacks {missing}, and nothing may be launched", null, [size.Why]));
        var total = Math.Max(facts.Held, facts.Desired) + Units(facts.Instances);
        var room = Math.Max(facts.Limits.Prepared - total, facts.Limits.Min - counted);
        var launch = Math.Max(0, Math.Min(missing, room));
        var text = launch == missing
            ? $"the pool has {counted} and lacks {missing}"
            : $"the pool lacks {missing}, {launch} of them now: pool and group have {total} of {facts.Limits.Prepared}";
        return (launch, new("POOL_SHORTAGE", text, null, [size.Why]));
    }

    private static int Units(IEnumerable<PoolInstance> instances) => instances.Sum(instance => instance.Weight);

    // The one that goes next; null where none is as light as what is too much.
    private static PoolInstance? Last(List<PoolInstance> counted, int surplus)
    {
        var zones = counted.CountBy(instance => instance.Zone).ToDictionary(StringComparer.Ordinal);
        return counted.Where(instance => instance.Weight <= surplus).OrderByDescending(instance => zones[instance.Zone])
            .ThenBy(instance => instance.IsWarmed).ThenBy(instance => instance.Launched)
            .ThenBy(instance => instance.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private static PoolEnd Stale(PoolInstance instance) => new(
        instance.Id, null, Reason.Of("STALE", $"{instance.Id} is not of the configuration that is wanted", instance.Id))
    {
        IsStale = true,
    };

    private static PoolEnd Sick(PoolInstance instance) => new(
        instance.Id, instance.Sickness,
        new("UNHEALTHY", $"{instance.Id} is unhealthy", instance.Id,
            [Reason.Of("HEALTH_CHECK", instance.Sickness!, instance.Id)]));
}
