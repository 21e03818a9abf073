using System.Globalization;

namespace Orrery.Host.Drawing;

/// <summary>Round numbers for an axis.</summary>
public static class Ticks
{
    private static readonly int[] Steps =
        [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];

    /// <summary>Round numbers that span a range: the first is at or below it, the last at or above.</summary>
    public static IReadOnlyList<double> Values(double least, double most, int count)
    {
        if (most <= least) (least, most) = least == 0 ? (0, 1) : (Math.Min(least, 0), Math.Max(most, 0));
        // Numbers far from zero lie apart: a step must be wider than that, or it leads back to where it began.
        var farthest = Math.Max(Math.Abs(least), Math.Abs(most));
        var rough = Math.Max((most - least) / count, 4 * (Math.BitIncrement(farthest) - farthest));
        var size = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / size) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * size;
        var ticks = new List<double>();
        var first = Math.Floor(least / step);
        while (first * step > least) first--;
        for (var at = first; ticks.Count == 0 || ticks[^1] < most; at++)
            ticks.Add(at * step);
        return ticks;
    }

    /// <summary>Round instants within a range, at most so many.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(DateTimeOffset from, DateTimeOffset to, int most)
    {
        var (begin, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var step = Array.Find(Steps, each => (end - begin) / each < most);
        if (step == 0) step = Steps[^1];
        var ticks = new List<DateTimeOffset>();
        for (var at = (begin + step - 1) / step * step; at < end; at += step)
            ticks.Add(DateTimeOffset.FromUnixTimeSeconds(at));
        return ticks;
    }

    /// <summary>A number as an axis shows it: 1.5k, 20M, 0.25.</summary>
    public static string Text(double value)
    {
        var (size, unit) = Math.Abs(value) switch
        {
            >= 1e12 => (1e12, "T"), >= 1e9 => (1e9, "G"), >= 1e6 => (1e6, "M"), >= 1e4 => (1e3, "k"), _ => (1, ""),
        };
        return (value / size).ToString("0.####", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>An instant as an axis shows it: the hour, or the day where the range is long.</summary>
    public static string Text(DateTimeOffset instant, TimeSpan range) => instant.UtcDateTime.ToString(
        range.TotalDays > 2 && instant.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "d MMM"
            : range.TotalDays > 2 ? "d MMM HH:mm" : "HH:mm",
        CultureInfo.InvariantCulture);
}
