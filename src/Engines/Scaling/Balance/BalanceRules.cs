using Orrery.Core;

namespace Orrery.Engines.Scaling.Balance;

/// <summary>
/// How instances spread over zones. Source: EC2 Auto Scaling User Guide, "Distribute instances across Availability
/// Zones": into the zone with the fewest, elsewhere if that fails; rebalancing launches first and may exceed the
/// maximum by 10 % or one, whichever is more. Of zones that are equal the first listed is taken (guessed).
/// </summary>
public static class BalanceRules
{
    /// <summary>The zone to launch into next.</summary>
    public static ZoneChoice Next(IReadOnlyList<ZoneFact> zones)
    {
        var best = -1;
        for (var i = 0; i < zones.Count; i++)
            if (zones[i].IsOpen && (best < 0 || zones[i].Capacity < zones[best].Capacity))
                best = i;
        var because = zones.Select(Say).ToList();
        return best < 0
            ? new(null, new("NO_ZONE", "no zone of the group has room", null, because))
            : new(zones[best].Zone, new("FEWEST", $"{zones[best].Zone} has the fewest", zones[best].Zone, because));
    }

    /// <summary>The zones of several launches of one unit, in order; fewer where no zone has room.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="count">How many to launch.</param>
    public static IReadOnlyList<string> Spread(IReadOnlyList<ZoneFact> zones, int count)
    {
        var queue = new PriorityQueue<string, (int Capacity, int Order)>();
        for (var i = 0; i < zones.Count; i++)
            if (zones[i].IsOpen)
                queue.Enqueue(zones[i].Zone, (zones[i].Capacity, i));
        var chosen = new List<string>(count);
        while (chosen.Count < count && queue.TryPeek(out var zone, out var key))
        {
            chosen.Add(zone);
            queue.DequeueEnqueue(zone, (key.Capacity + 1, key.Order));
        }

        return chosen;
    }

    /// <summary>How far above its maximum a group may go while it rebalances.</summary>
    public static int Margin(int max) => Math.Max(1, max / 10);

    /// <summary>
    /// What to do about zones that are out of balance: two apart or more, or capacity in a zone that the group has
    /// left. Zones without room are left as they are.
    /// </summary>
    /// <param name="zones">The zones.</param>
    /// <param name="max">The maximum of the group.</param>
    /// <param name="weight">What one instance counts: zones that are not further apart are in balance.</param>
    /// <param name="most">The most that there may be, where a maintenance policy says it.</param>
    public static RebalanceStep Rebalance(IReadOnlyList<ZoneFact> zones, int max, int weight = 1, int? most = null)
    {
        var total = zones.Sum(z => z.Capacity);
        var ceiling = most ?? max + Margin(max);
        var counts = zones.Select(z => z.Capacity).ToArray();
        var (launch, terminate) = (new List<string>(), new List<string>());
        while (Pair(zones, counts, weight) is ({ } from, { } to))
        {
            counts[from] -= Math.Min(weight, counts[from]);
            counts[to] += weight;
            launch.Add(zones[to].Zone);
            terminate.Add(zones[from].Zone);
        }

        var room = Math.Max(0, Math.Min(launch.Count, (ceiling - total + weight - 1) / weight));
        var because = zones.Select(Say).ToList();
        if (launch.Count == 0) return new([], [], max, new("BALANCED", "the zones are in balance", null, because));
        var text = room == 0
            ? $"{launch.Count} should move, but {total} is as far above the maximum {max} as may be"
            : $"{launch.Count} should move, {room} of them now: up to {total + (room * weight)}, the most is {ceiling}";
        return new(launch[..room], terminate[..room], ceiling, new("REBALANCE", text, null, because));
    }

    // The zone to take from and the one to give to; null where one less here and one more there is no better.
    private static (int?, int?) Pair(IReadOnlyList<ZoneFact> zones, int[] counts, int weight)
    {
        int? most = null, least = null, left = null;
        for (var i = 0; i < counts.Length; i++)
        {
            if (!zones[i].Enabled) left = counts[i] > 0 ? left ?? i : left;
            else if (most is null || counts[i] > counts[most.Value]) most = i;
            if (zones[i].IsOpen && (least is null || counts[i] < counts[least.Value])) least = i;
        }

        if (least is null) return default;
        if (left is not null) return (left, least);
        return counts[most!.Value] - counts[least.Value] > weight ? (most, least) : default;
    }

    private static Reason Say(ZoneFact zone) => Reason.Of(
        !zone.Enabled ? "ZONE_LEFT" : zone.HasRoom ? "ZONE" : "ZONE_WITHOUT_CAPACITY",
        $"{zone.Zone} has {zone.Capacity}",
        zone.Zone);
}
