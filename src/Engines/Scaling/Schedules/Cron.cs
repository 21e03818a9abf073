using System.Globalization;

namespace Orrery.Engines.Scaling.Schedules;

/// <summary>
/// A Unix cron expression of five fields: minute, hour, day of month, month, day of week. Where both days are
/// restricted either suffices. Source: EC2 Auto Scaling User Guide, "Scheduled scaling", Recurring schedules;
/// crontab(5).
/// </summary>
public sealed class Cron
{
    private const int Fields = 5;
    private const int FurthestYears = 30;
    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ulong _minutes, _hours, _monthDays, _months, _weekDays;
    private readonly bool _eitherDay;

    private Cron(ulong[] sets, bool eitherDay, bool isInterval)
    {
        (_minutes, _hours, _monthDays, _months, _weekDays) = (sets[0], sets[1], sets[2], sets[3], sets[4]);
        (_eitherDay, IsInterval) = (eitherDay, isInterval);
    }

    /// <summary>Whether it runs at intervals within a day rather than at fixed times of it.</summary>
    public bool IsInterval { get; }

    /// <summary>Reads an expression; null where it is not valid.</summary>
    public static Cron? Parse(string text)
    {
        var f = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (f.Length != Fields
            || Read(f[0], 0, 59) is not { } minutes
            || Read(f[1], 0, 23) is not { } hours
            || Read(f[2], 1, 31) is not { } monthDays
            || Read(f[3], 1, 12, Months, 1) is not { } months
            || Read(f[4], 0, 7, Days, 0) is not { } weekDays)
        {
            return null;
        }

        weekDays |= (weekDays >> 7) & 1;
        var isInterval = (f[0] + f[1]).AsSpan().IndexOfAny("*-/") >= 0;
        return new([minutes, hours, monthDays, months, weekDays], !f[2].StartsWith('*') && !f[4].StartsWith('*'),
            isInterval);
    }

    /// <summary>Whether it names a minute of the clock on the wall.</summary>
    public bool Has(DateTime minute) =>
        Has(_minutes, minute.Minute) && Has(_hours, minute.Hour) && HasDay(minute);

    /// <summary>The first minute that it names at or after another, by the clock on the wall; null for never.</summary>
    public DateTime? From(DateTime minute)
    {
        var at = minute.Ticks % TimeSpan.TicksPerMinute == 0
            ? minute
            : new DateTime(minute.Ticks - (minute.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);
        var last = minute.Year + FurthestYears;
        while (at.Year <= last)
        {
            if (!Has(_months, at.Month)) at = new DateTime(at.Year, at.Month, 1).AddMonths(1);
            else if (!HasDay(at)) at = at.Date.AddDays(1);
            else if (!Has(_hours, at.Hour)) at = at.Date.AddHours(at.Hour + 1);
            else if (!Has(_minutes, at.Minute)) at = at.AddMinutes(1);
            else return at;
        }

        return null;
    }

    private bool HasDay(DateTime day)
    {
        if (!Has(_months, day.Month)) return false;
        var (ofMonth, ofWeek) = (Has(_monthDays, day.Day), Has(_weekDays, (int)day.DayOfWeek));
        return _eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
    }

    private static bool Has(ulong set, int number) => ((set >> number) & 1) != 0;

    private static ulong? Read(string text, int least, int most, string[]? names = null, int first = 0)
    {
        var set = 0UL;
        foreach (var part in text.Split(','))
        {
            var slash = part.Split('/');
            if (slash.Length > 2) return null;
            var step = 1;
            if (slash.Length == 2 && (!int.TryParse(slash[1], NumberStyles.None, null, out step) || step == 0))
                return null;
            var ends = slash[0] == "*" ? [$"{least}", $"{(names == Days ? most - 1 : most)}"] : slash[0].Split('-');
            if (ends.Length > 2 || Number(ends[0]) is not { } from || Number(ends[^1]) is not { } to) return null;
            if (ends.Length == 1 && slash.Length == 2) to = most;
            if (from < least || to > most || from > to) return null;
            for (var number = from; number <= to; number += step) set |= 1UL << number;
        }

        return set;

        int? Number(string word)
        {
            var at = Array.FindIndex(names ?? [], n => n.Equals(word, StringComparison.OrdinalIgnoreCase));
            return at >= 0 ? at + first
                : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }
}
