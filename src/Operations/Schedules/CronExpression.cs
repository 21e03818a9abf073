namespace Orrery.Operations.Schedules;

/// <summary>
/// A cron expression of six fields: minutes, hours, day of month, month, day of week, year. Source: EventBridge User
/// Guide, "Setting a schedule pattern for scheduled rules", Cron expressions.
/// </summary>
public sealed class CronExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;
    private const int Fields = 6;

    private readonly SortedSet<int> _minutes;
    private readonly SortedSet<int> _hours;
    private readonly SortedSet<int> _months;
    private readonly SortedSet<int> _years;
    private readonly CronDays _days;

    private CronExpression(
        SortedSet<int> minutes, SortedSet<int> hours, CronDays days, SortedSet<int> months, SortedSet<int> years)
    {
        (_minutes, _hours, _days, _months, _years) = (minutes, hours, days, months, years);
    }

    /// <summary>Reads the fields between the brackets of <c>cron(…)</c>; null where they are not valid.</summary>
    public static CronExpression? Parse(string text)
    {
        var f = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return f.Length == Fields
            && CronField.Read(f[0], 0, 59) is { } minutes
            && CronField.Read(f[1], 0, 23) is { } hours
            && CronDays.Read(f[2], f[4]) is { } days
            && CronField.Read(f[3], 1, 12, CronField.Months) is { } months
            && CronField.Read(f[5], FirstYear, LastYear) is { } years
            ? new(minutes, hours, days, months, years)
            : null;
    }

    /// <summary>Whether it names a minute.</summary>
    public bool Has(DateTime minute) =>
        _minutes.Contains(minute.Minute) && _hours.Contains(minute.Hour) && HasDay(DateOnly.FromDateTime(minute));

    /// <summary>The first minute after an instant; null where there is none any more.</summary>
    public DateTime? After(DateTime instant)
    {
        var from = new DateTime(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMinute).AddMinutes(1);
        var day = DateOnly.FromDateTime(from);
        var time = TimeOnly.FromDateTime(from);
        while (day.Year <= LastYear)
        {
            if (!_years.Contains(day.Year))
            {
                day = new DateOnly(day.Year + 1, 1, 1);
            }
            else if (!_months.Contains(day.Month))
            {
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            }
            else if (HasDay(day) && FirstFrom(time) is { } found)
            {
                return day.ToDateTime(found);
            }
            else
            {
                day = day.AddDays(1);
            }

            time = TimeOnly.MinValue;
        }

        return null;
    }

    private bool HasDay(DateOnly day) =>
        _years.Contains(day.Year) && _months.Contains(day.Month) && _days.Has(day);

    private TimeOnly? FirstFrom(TimeOnly time)
    {
        foreach (var hour in _hours)
        {
            if (hour < time.Hour)
                continue;
            foreach (var minute in _minutes)
            {
                if (hour > time.Hour || minute >= time.Minute)
                    return new TimeOnly(hour, minute);
            }
        }

        return null;
    }
}
