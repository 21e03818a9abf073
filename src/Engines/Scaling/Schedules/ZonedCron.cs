namespace Orrery.Engines.Scaling.Schedules;

/// <summary>
/// A cron expression in a time zone. Where the clocks leave out a fixed time, it runs as soon as they have gone
/// forward; where they show it twice, it runs once. One that runs at intervals keeps to them. AWS says only that
/// schedules adjust to daylight saving; the rest is as crond and the usual libraries do it (guessed).
/// </summary>
public static class ZonedCron
{
    private static readonly TimeSpan Widest = TimeSpan.FromHours(3);

    /// <summary>The first instant after another at which it is due; null for never.</summary>
    public static DateTimeOffset? After(Cron cron, TimeZoneInfo zone, DateTimeOffset after)
    {
        var local = Local(after);

        // Near a change of the clocks, a time that the clock has shown before may still come.
        var isNearChange = zone.GetUtcOffset(after - Widest) != zone.GetUtcOffset(after + Widest);
        DateTime? at = isNearChange ? local - Widest : local;
        DateTimeOffset? best = null;
        while ((at = cron.From(at.Value)) is { } named)
        {
            var (first, second) = Instants(cron, zone, named);
            if (first > after && (best is null || first < best)) best = first;
            if (second > after && (best is null || second < best)) best = second;
            if (best is { } found && (!isNearChange || named - Widest >= Local(found)))
                return best;
            at = named.AddMinutes(1);
        }

        return best;

        DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
    }

    // When a time of the wall clock happens: once; not at all or late where it is left out; twice where it is repeated.
    private static (DateTimeOffset?, DateTimeOffset?) Instants(Cron cron, TimeZoneInfo zone, DateTime named)
    {
        if (zone.IsInvalidTime(named))
        {
            if (cron.IsInterval) return default;
            while (zone.IsInvalidTime(named)) named = named.AddMinutes(1);
        }

        if (!zone.IsAmbiguousTime(named)) return (new(named, zone.GetUtcOffset(named)), null);
        var offsets = zone.GetAmbiguousTimeOffsets(named);
        var (early, late) = (new DateTimeOffset(named, offsets.Max()), new DateTimeOffset(named, offsets.Min()));
        return (early, cron.IsInterval ? late : null);
    }
}
