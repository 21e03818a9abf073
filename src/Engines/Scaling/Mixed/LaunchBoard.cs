using Orrery.Engines.Scaling.Balance;

namespace Orrery.Engines.Scaling.Mixed;

/// <summary>A plan in the making: what zones and pools have after each launch.</summary>
internal sealed class LaunchBoard(Distribution distribution, MixedFacts facts)
{
    private readonly Dictionary<(string Type, string Zone), Pool> _pools =
        facts.Pools.ToDictionary(p => (p.Type, p.Zone));

    private readonly Dictionary<(string Type, string Zone, Purchase Purchase), int> _counts = [];
    private List<ZoneFact> _zones = [.. facts.Zones];

    /// <summary>The units launched so far.</summary>
    public int Units { get; private set; }

    /// <summary>The launches so far.</summary>
    public IReadOnlyList<Launch> Launches =>
        [.. _counts.Select(c => new Launch(_pools[(c.Key.Type, c.Key.Zone)], c.Key.Purchase, c.Value))];

    /// <summary>Launches until some units are reached, and says how many no pool could give.</summary>
    public int Fill(Purchase purchase, int units)
    {
        var zones = _zones;
        while (units > 0 && BalanceRules.Next(zones).Zone is { } zone)
        {
            var of = _pools.Values.Where(p => p.Zone == zone);
            var order = purchase == Purchase.OnDemand
                ? AllocationRules.OnDemand(of, distribution.OnDemand)
                : AllocationRules.Spot(of, distribution);
            if (order.Count == 0)
            {
                if (facts.BalancedOnly) break;
                zones = [.. zones.Select(z => z.Zone == zone ? z with { HasRoom = false } : z)];
                continue;
            }

            Take(order[0], purchase);
            units -= order[0].Weight;
            zones = [.. zones.Select(z => z.Zone == zone ? z with { Capacity = z.Capacity + order[0].Weight } : z)];
        }

        _zones = [.. zones.Select((z, i) => z with { HasRoom = facts.Zones[i].HasRoom })];
        return Math.Max(0, units);
    }

    private void Take(Pool pool, Purchase purchase)
    {
        _pools[(pool.Type, pool.Zone)] = purchase == Purchase.Spot
            ? pool with { Free = pool.Free - 1, Present = pool.Present + 1 }
            : pool with { FreeOnDemand = pool.FreeOnDemand - 1 };
        var key = (pool.Type, pool.Zone, purchase);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        Units += pool.Weight;
    }
}
