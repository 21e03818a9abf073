using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>
/// The Spot price of a pool (a type in a zone) as a pure function of seed, zone, type and time. It is the average that
/// the facts know, moved by three noises: one that is fixed for the zone, one that drifts over weeks, one of a few
/// hours. It changes at most once in four hours, never exceeds the On-Demand price and never falls below a tenth of it.
/// Source: EC2 User Guide, "Spot Instances" (prices follow long-term supply and demand, and change gradually).
/// </summary>
internal static class SpotPrices
{
    /// <summary>How long a price holds at least.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromHours(4);

    private const int SlotsOfDrift = 84;

    /// <summary>The price at an instant in USD an hour; null where the type is not sold as Spot.</summary>
    public static decimal? At(long seed, string region, SpotPool pool, DateTimeOffset time) =>
        PriceCatalog.Find(region, pool.Type) is { Spot: { } average } facts
            ? Of(seed, pool, SlotOf(seed, pool, time), (average, facts.OnDemand))
            : null;

    /// <summary>
    /// The changes of the price in a span of time, newest first, and the price in effect at its start.
    /// </summary>
    public static IEnumerable<(DateTimeOffset At, decimal Price)> History(
        long seed, string region, SpotPool pool, (DateTimeOffset From, DateTimeOffset To) span)
    {
        if (PriceCatalog.Find(region, pool.Type) is not { Spot: { } average } facts)
        {
            yield break;
        }

        var anchor = (average, facts.OnDemand);
        for (var slot = SlotOf(seed, pool, span.To); ; slot--)
        {
            var price = Of(seed, pool, slot, anchor);
            var start = StartOf(seed, pool, slot);
            if (price != Of(seed, pool, slot - 1, anchor) || start <= span.From)
            {
                yield return (start, price);
            }

            if (start <= span.From)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// The first instant from another on at which the price satisfies a condition; null within a year.
    /// </summary>
    public static DateTimeOffset? Next(
        long seed, string region, SpotPool pool, DateTimeOffset from, Func<decimal, bool> condition)
    {
        if (PriceCatalog.Find(region, pool.Type) is not { Spot: { } average } facts)
        {
            return null;
        }

        var first = SlotOf(seed, pool, from);
        for (var slot = first; slot < first + 2190; slot++)
        {
            if (condition(Of(seed, pool, slot, (average, facts.OnDemand))))
            {
                return slot == first ? from : StartOf(seed, pool, slot);
            }
        }

        return null;
    }

    /// <summary>When the next slot of a pool begins.</summary>
    public static DateTimeOffset NextSlot(long seed, SpotPool pool, DateTimeOffset time) =>
        StartOf(seed, pool, SlotOf(seed, pool, time) + 1);

    private static decimal Of(long seed, SpotPool pool, long slot, (decimal Average, decimal OnDemand) anchor)
    {
        var fixedNoise = MarketHash.Unit(seed, $"zone {pool}", 0) - 0.5;
        var drift = Smooth(seed, $"drift {pool}", slot / (double)SlotsOfDrift) - 0.5;
        var quick = MarketHash.Unit(seed, $"quick {pool}", slot) - 0.5;
        var factor = Math.Exp((0.2 * fixedNoise) + (0.5 * drift) + (0.12 * quick));
        var price = Math.Round(anchor.Average * (decimal)factor, 4);
        return Math.Clamp(price, Math.Min(Math.Round(anchor.OnDemand / 10, 4), anchor.OnDemand), anchor.OnDemand);
    }

    // Noise between the values of whole numbers, without a bend at them.
    private static double Smooth(long seed, string subject, double at)
    {
        var whole = Math.Floor(at);
        var part = at - whole;
        var (left, right) = (
            MarketHash.Unit(seed, subject, (long)whole), MarketHash.Unit(seed, subject, (long)whole + 1));
        return left + ((right - left) * part * part * (3 - (2 * part)));
    }

    private static long SlotOf(long seed, SpotPool pool, DateTimeOffset time) =>
        (long)Math.Floor((time.ToUnixTimeSeconds() - Phase(seed, pool)) / Slot.TotalSeconds);

    private static DateTimeOffset StartOf(long seed, SpotPool pool, long slot) =>
        DateTimeOffset.FromUnixTimeSeconds((slot * (long)Slot.TotalSeconds) + Phase(seed, pool));

    private static long Phase(long seed, SpotPool pool) =>
        (long)(MarketHash.Unit(seed, $"phase {pool}", 0) * Slot.TotalSeconds);
}
