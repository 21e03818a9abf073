using Orrery.Core;
using Orrery.Engines.Scaling.Balance;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>
/// Which instances of a warm pool enter the group when it scales out. Source: EC2 Auto Scaling User Guide, "Warm pools
/// for Amazon EC2 Auto Scaling": the group draws on the pool; instances are launched directly where the pool is
/// depleted. Which is drawn is guessed: the zone where the group has the fewest, one that runs before one that is
/// stopped, then the oldest. What a refresh is to replace is not drawn.
/// </summary>
public static class DrawRules
{
    /// <summary>The instance to draw next; null where none is ready.</summary>
    /// <param name="pool">The instances of the pool.</param>
    /// <param name="zones">The zones of the group, with what it has there; without room none can be started.</param>
    public static PoolDraw? Next(IReadOnlyList<PoolInstance> pool, IReadOnlyList<ZoneFact> zones)
    {
        var order = zones.Select((zone, place) => (zone, place))
            .ToDictionary(one => one.zone.Zone, one => one, StringComparer.Ordinal);
        var ready = pool.Where(instance => instance is { IsWarmed: true, Sickness: null, IsStale: false })
            .Where(instance => instance.Stage == PoolStage.Running || ZoneOf(instance).HasRoom)
            .OrderBy(instance => ZoneOf(instance).Enabled ? 0 : 1)
            .ThenBy(instance => ZoneOf(instance).Capacity)
            .ThenBy(instance => order.TryGetValue(instance.Zone, out var one) ? one.place : int.MaxValue)
            .ThenBy(instance => instance.Stage == PoolStage.Running ? 0 : 1)
            .ThenBy(instance => instance.Launched)
            .ThenBy(instance => instance.Id, StringComparer.Ordinal);
        return ready.FirstOrDefault() is { } chosen
            ? new(chosen.Id, chosen.Zone, new("WARM_START", $"{chosen.Id} is ready in the warm pool", chosen.Id,
                [Reason.Of("ZONE", $"{chosen.Zone} has {ZoneOf(chosen).Capacity}", chosen.Zone)]))
            : null;

        ZoneFact ZoneOf(PoolInstance instance) =>
            order.TryGetValue(instance.Zone, out var one) ? one.zone : new(instance.Zone, 0, Enabled: false);
    }
}
