using System.Globalization;

namespace Orrery.Operations.Schedules;

/// <summary>When something is due: at one instant, at a rate, or by cron, in a time zone.</summary>
/// <param name="At">The one instant; null for the others.</param>
/// <param name="Rate">The rate; null for the others.</param>
/// <param name="Cron">The cron expression; null for the others.</param>
/// <param name="Zone">The time zone of cron and at.</param>
public sealed record ScheduleExpression(
    DateTimeOffset? At, TimeSpan? Rate, CronExpression? Cron, TimeZoneInfo Zone)
{
    private const int MostSkipped = 100_000;

    /// <summary>Reads the expression of a rule: rate or cron, in UTC; null where it is not valid.</summary>
    public static ScheduleExpression? OfRule(string text)
    {
        if (Inner(text, "rate") is { } rate)
            return RateExpression.Parse(rate, strict: true) is { } every
                ? new(null, every, null, TimeZoneInfo.Utc)
                : null;
        return Inner(text, "cron") is { } cron && CronExpression.Parse(cron) is { } parsed
            ? new(null, null, parsed, TimeZoneInfo.Utc)
            : null;
    }

    /// <summary>Reads the expression of a schedule; null where it is not valid.</summary>
    public static ScheduleExpression? OfSchedule(string text, TimeZoneInfo zone)
    {
        if (Inner(text, "rate") is { } rate)
            return RateExpression.Parse(rate, strict: false) is { } every ? new(null, every, null, zone) : null;
        if (Inner(text, "cron") is { } cron)
            return CronExpression.Parse(cron) is { } parsed ? new(null, null, parsed, zone) : null;
        return Inner(text, "at") is { } at
            && DateTime.TryParseExact(
                at, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new(Instant(local, zone), null, null, zone)
            : null;
    }

    /// <summary>
    /// The first due instant at or after an instant; null where there is none. A rate counts from its anchor. An hour
    /// that the clocks leave out is skipped, and one that they repeat counts once. Source: EventBridge Scheduler User
    /// Guide, "Daylight savings time on EventBridge Scheduler".
    /// </summary>
    public DateTimeOffset? NextFrom(DateTimeOffset from, DateTimeOffset anchor)
    {
        if (At is { } at)
            return at >= from ? at : null;
        if (Rate is { } rate)
        {
            var elapsed = (from - anchor).Ticks;
            return elapsed <= 0 ? anchor : anchor.AddTicks((elapsed + rate.Ticks - 1) / rate.Ticks * rate.Ticks);
        }

        return NextCron(from);
    }

    private DateTimeOffset? NextCron(DateTimeOffset from)
    {
        // Begins a day before, so that an offset that changes cannot hide the next minute.
        DateTime? local = TimeZoneInfo.ConvertTime(from, Zone).DateTime;
        local = Zone.SupportsDaylightSavingTime ? local.Value.AddHours(-3) : local.Value.AddTicks(-1);
        for (var i = 0; i < MostSkipped; i++)
        {
            local = Cron!.After(local.Value);
            if (local is null)
                return null;
            if (!Zone.IsInvalidTime(local.Value) && Instant(local.Value, Zone) is var instant && instant >= from)
                return instant;
        }

        return null;
    }

    /// <summary>The instant of a wall clock's time; of two the first one.</summary>
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static string? Inner(string text, string name) =>
        text.StartsWith(name + "(", StringComparison.Ordinal) && text.EndsWith(')')
            ? text[(name.Length + 1)..^1]
            : null;
}
