namespace Orrery.Operations.Schedules;

/// <summary>
/// The days of a cron expression: by day of the month (L, W) or by day of the week (L, #); one of the two is <c>?</c>.
/// </summary>
internal sealed class CronDays
{
    private readonly Func<DateOnly, bool> _has;

    private CronDays(Func<DateOnly, bool> has) => _has = has;

    /// <summary>Reads both fields; null where they say nothing that there can be.</summary>
    public static CronDays? Read(string ofMonth, string ofWeek)
    {
        if ((ofMonth == "?") == (ofWeek == "?"))
            return null;
        var has = ofWeek == "?" ? OfMonth(ofMonth.ToUpperInvariant()) : OfWeek(ofWeek.ToUpperInvariant());
        return has is null ? null : new(has);
    }

    /// <summary>Whether it has a day.</summary>
    public bool Has(DateOnly day) => _has(day);

    private static Func<DateOnly, bool>? OfMonth(string text)
    {
        if (text == "L")
            return day => day.Day == Last(day);
        if (text == "LW")
            return day => day == NearestWeekday(day, Last(day));
        if (text.EndsWith('W'))
        {
            return CronField.Number(text[..^1], 1, 31, null) is { } wanted
                ? day => wanted <= Last(day) && day == NearestWeekday(day, wanted)
                : null;
        }

        return CronField.Read(text, 1, 31) is { } days ? day => days.Contains(day.Day) : null;
    }

    private static Func<DateOnly, bool>? OfWeek(string text)
    {
        if (text == "L")
            return day => day.DayOfWeek == DayOfWeek.Saturday;
        if (text.EndsWith('L'))
        {
            return CronField.Number(text[..^1], 1, 7, CronField.Days) is { } last
                ? day => Number(day) == last && day.Day + 7 > Last(day)
                : null;
        }

        if (text.Contains('#', StringComparison.Ordinal))
        {
            var parts = text.Split('#');
            return parts.Length == 2
                && CronField.Number(parts[0], 1, 7, CronField.Days) is { } weekday
                && CronField.Number(parts[1], 1, 5, null) is { } nth
                ? day => Number(day) == weekday && (day.Day - 1) / 7 + 1 == nth
                : null;
        }

        return CronField.Read(text, 1, 7, CronField.Days) is { } days ? day => days.Contains(Number(day)) : null;
    }

    private static int Number(DateOnly day) => (int)day.DayOfWeek + 1;

    private static int Last(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>The weekday nearest to a day of the month, never in another month.</summary>
    private static DateOnly NearestWeekday(DateOnly month, int wanted)
    {
        var day = new DateOnly(month.Year, month.Month, wanted);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(wanted == 1 ? 2 : -1),
            DayOfWeek.Sunday => day.AddDays(wanted == Last(day) ? -2 : 1),
            _ => day,
        };
    }
}
