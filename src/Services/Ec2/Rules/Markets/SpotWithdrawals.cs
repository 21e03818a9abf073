using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>
/// When EC2 takes the capacity of one Spot Instance back for others: as often as the Spot Instance Advisor tells of its
/// type (the share of instances that are interrupted within a month), spread evenly over time, as a pure function of
/// seed, type and instance. How deep a pool is follows from the same.
/// </summary>
internal static class SpotWithdrawals
{
    private const int Horizon = 400;

    /// <summary>The first withdrawal from an instant on; null within about a year.</summary>
    public static DateTimeOffset? Next(
        long seed, string region, string type, string instance, DateTimeOffset from)
    {
        if (PriceCatalog.Find(region, type)?.Interruption is not { } percent)
        {
            return null;
        }

        // From a share of a month to a share of a day.
        var daily = 1 - Math.Pow(1 - (percent / 100.0), 1 / 30.0);
        var first = from.ToUnixTimeSeconds() / 86400;
        for (var day = first; day < first + Horizon; day++)
        {
            if (MarketHash.Unit(seed, instance, day) < daily)
            {
                var second = (long)(MarketHash.Unit(seed, $"at {instance}", day) * 86400);
                var at = DateTimeOffset.FromUnixTimeSeconds((day * 86400) + second);
                if (at >= from)
                {
                    return at;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// How plentiful Spot capacity of a pool is, from 0 to 1: less where its type is often interrupted, and a little
    /// different in each zone and week. AWS tells no such number: guessed.
    /// </summary>
    public static double Depth(long seed, string region, SpotPool pool, DateTimeOffset time)
    {
        var percent = PriceCatalog.Find(region, pool.Type)?.Interruption ?? 10;
        var week = time.ToUnixTimeSeconds() / (7 * 86400);
        return Math.Clamp(1 - (percent / 31.0) + (0.15 * (MarketHash.Unit(seed, $"depth {pool}", week) - 0.5)), 0, 1);
    }
}
