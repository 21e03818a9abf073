using System.Globalization;

namespace Orrery.Operations.Schedules;

/// <summary>
/// Reads a field of a cron expression that is a set of numbers: lists, ranges, steps, all, and names.
/// </summary>
internal static class CronField
{
    /// <summary>The months by name, from 1.</summary>
    public static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The days of the week by name, from 1.</summary>
    public static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The numbers of a field, in order; null where it says nothing that there can be.</summary>
    public static SortedSet<int>? Read(string text, int least, int most, string[]? names = null)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var slash = part.Split('/');
            if (slash.Length > 2
                || Range(slash[0], least, most, names) is not { } range
                || (slash.Length == 2 ? Number(slash[1], 1, most, null) : 1) is not { } step)
            {
                return null;
            }

            var isOpen = slash.Length == 2 && range.From == range.To && slash[0] != "*";
            for (var number = range.From; number <= (isOpen ? most : range.To); number += step)
                numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>A number, or a name that stands for one.</summary>
    public static int? Number(string text, int least, int most, string[]? names)
    {
        var at = Array.FindIndex(names ?? [], n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
            return at + 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : null;
    }

    private static (int From, int To)? Range(string text, int least, int most, string[]? names)
    {
        if (text == "*")
            return (least, most);
        var ends = text.Split('-');
        return ends.Length <= 2
            && Number(ends[0], least, most, names) is { } from
            && Number(ends[^1], least, most, names) is { } to
            && from <= to
            ? (from, to)
            : null;
    }
}
