using System.Collections.Immutable;
using Orrery.Services.CloudWatch.Records.Alarms;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// The model of an anomaly detector: for each hour of the week the mean and the spread of what two weeks had there,
/// where there was enough; else of that hour of any day; else of all. AWS says only that its models follow hourly,
/// daily and weekly patterns and train on up to two weeks of data (CloudWatch User Guide, "Using CloudWatch anomaly
/// detection"): the model itself is ours.
/// </summary>
internal static class Detecting
{
    /// <summary>How far back it looks.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    /// <summary>The period of what it trains on, in seconds.</summary>
    public const int Period = 300;

    private const int HoursOfWeek = 168;
    private const int HoursOfDay = 24;

    // With less than two hours of data there is no model; a cell needs six points of its own: both guessed.
    private const int FewestPoints = 24;
    private const int FewestInCell = 6;

    /// <summary>Trains a model.</summary>
    public static DetectorModel Train(DetectorRecord detector, IEnumerable<WatchPoint> points, DateTimeOffset now)
    {
        var zone = ZoneOf(detector.TimeZone);
        var (week, day, all) = (Cells(HoursOfWeek), Cells(HoursOfDay), new Spread());
        foreach (var point in points)
        {
            var at = StatRead.At(point.Second);
            if (detector.Excluded.Any(range => at >= range.From && at < range.To)) continue;
            var hour = HourOf(at, zone);
            week[hour].Add(point.Value);
            day[hour % HoursOfDay].Add(point.Value);
            all.Add(point.Value);
        }

        if (all.Count < FewestPoints) return new(now, [], [], [], []);
        var cells = Enumerable.Range(0, HoursOfWeek).Select(hour =>
            week[hour].Count >= FewestInCell ? week[hour]
            : day[hour % HoursOfDay].Count >= FewestInCell ? day[hour % HoursOfDay]
            : all).ToList();
        var spikes = detector.PeriodicSpikes == true;
        return new(
            now,
            [.. cells.Select(cell => cell.Mean)],
            [.. cells.Select(cell => cell.Deviation)],
            spikes ? [.. cells.Select(cell => cell.Least)] : [],
            spikes ? [.. cells.Select(cell => cell.Most)] : []);
    }

    /// <summary>The bounds at an instant; not numbers where there is no model.</summary>
    public static (double Lower, double Upper) Bounds(DetectorRecord? detector, DateTimeOffset at, double deviations)
    {
        if (detector?.Model is not { Means.Length: > 0 } model) return (double.NaN, double.NaN);
        var hour = HourOf(at, ZoneOf(detector.TimeZone));
        var width = deviations * model.Spreads[hour];
        var (lower, upper) = (model.Means[hour] - width, model.Means[hour] + width);
        return model.Lows.Length == 0
            ? (lower, upper)
            : (Math.Min(lower, model.Lows[hour]), Math.Max(upper, model.Highs[hour]));
    }

    /// <summary>Whether a time zone is known.</summary>
    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static TimeZoneInfo? ZoneOf(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static int HourOf(DateTimeOffset at, TimeZoneInfo? zone)
    {
        var local = zone is null ? at.UtcDateTime : TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return ((int)local.DayOfWeek * HoursOfDay) + local.Hour;
    }

    private static ImmutableArray<Spread> Cells(int count) => [.. Enumerable.Range(0, count).Select(_ => new Spread())];
}
