using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Orrery.Services.CloudWatch.Rules.Storing;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// Reads the points of a metric into periods: from the rows of each resolution, from what waits to be filed, and from
/// the source that has the metric. A point counts only where the period is a multiple of the resolution in which it is
/// still kept. Source: botocore documentation of GetMetricStatistics, StartTime and Period.
/// </summary>
internal sealed class PointReader(ReadCall call, PeriodGrid grid)
{
    private const double Minute = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Dictionary<long, Bucket> _periods = [];
    private readonly long _now = call.Now.ToUnixTimeSeconds();
    private Sighting _sighting;
    private Bucket? _last;

    /// <summary>The periods that have points, oldest first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="unit">Only points in this unit, if given.</param>
    /// <param name="grid">The periods.</param>
    /// <param name="withValues">Whether distributions are wanted.</param>
    public static IReadOnlyCollection<Bucket> Read(
        ReadCall call, MetricId metric, string? unit, PeriodGrid grid, bool withValues)
    {
        var reader = new PointReader(call, grid);
        if (MetricRoster.Find(call, metric) is { } record)
            reader.ReadPut([.. record.Streams.Where(each => unit is null || each.Unit == unit)], withValues);
        foreach (var source in MetricRoster.SourcesOf(call, metric.Namespace))
            reader.ReadSource(source, metric, unit);
        return reader.InOrder();
    }

    private Bucket[] InOrder()
    {
        Bucket[] periods = [.. _periods.Values];
        Array.Sort(periods, static (left, right) => left.Second.CompareTo(right.Second));
        return periods;
    }

    private void ReadPut(IReadOnlyList<StreamRecord> streams, bool withValues)
    {
        foreach (var stream in streams)
        {
            foreach (var resolution in Resolution.All)
                ReadRows(stream.Number, resolution, withValues);
        }

        bool Wanted(long number)
        {
            foreach (var stream in streams)
            {
                if (stream.Number == number) return true;
            }

            return false;
        }

        Intake.Read(call, Wanted, point => Take(point.Bucket, point.IsHigh ? 1 : 60));
    }

    private void ReadRows(long stream, Resolution resolution, bool withValues)
    {
        if (!withValues)
        {
            foreach (var row in Rows(MetricTables.Points, stream, resolution))
            {
                PointsCodec.ReadSets(row.Data, PointKeys.BeginOf(row.Key, resolution), (second, sums) =>
                    PeriodOf(second, resolution.Seconds)?.AddHidden(
                        sums.Count, sums.Sum, sums.Minimum, sums.Maximum));
            }

            return;
        }

        var values = Rows(MetricTables.Distributions, stream, resolution).ToDictionary(row => row.Key, row => row.Data);
        foreach (var row in Rows(MetricTables.Points, stream, resolution))
        {
            PointsCodec.ReadInto(
                row.Data, values.GetValueOrDefault(row.Key), PointKeys.BeginOf(row.Key, resolution),
                second => PeriodOf(second, resolution.Seconds));
        }
    }

    private IEnumerable<PointsRecord> Rows(
        Kernel.State.Table<PointsKey, PointsRecord> table, long stream, Resolution resolution) =>
        call.Read(table).From(PointKeys.Of(stream, resolution, grid.From))
            .TakeWhile(row => PointKeys.IsOf(row.Key, stream, resolution)
                && PointKeys.BeginOf(row.Key, resolution) < grid.To);

    private void ReadSource(IMetricSource source, MetricId metric, string? unit)
    {
        if (source.Find(call, metric) is not { } description || (unit is not null && unit != description.Unit)) return;
        // What comes every five minutes is kept as points of a minute each: a period of a minute finds every fifth.
        var finest = (int)Math.Min(description.Resolution.TotalSeconds, Minute);
        var (from, to) = (DateTimeOffset.FromUnixTimeSeconds(grid.From), DateTimeOffset.FromUnixTimeSeconds(grid.To));
        if (grid.IsPast && Known(description.Resolution) is var known && known < to) to = known;
        foreach (var sample in source.Read(call, metric, from, to))
        {
            var bucket = new Bucket(sample.At.ToUnixTimeSeconds());
            bucket.AddSet(sample.Count, sample.Sum, sample.Minimum, sample.Maximum);
            Take(bucket, finest);
        }
    }

    // An interval that is not over tells nothing yet. What comes once a day is told as soon as it is there.
    private DateTimeOffset Known(TimeSpan resolution) =>
        call.Now - (resolution <= Longest ? resolution : TimeSpan.Zero) + TimeSpan.FromTicks(1);

    private void Take(Bucket bucket, int finest) => PeriodOf(bucket.Second, finest)?.Add(bucket);

    /// <summary>The period in which an instant counts; null where it counts in none.</summary>
    private Bucket? PeriodOf(long instant, int finest)
    {
        if (!_sighting.Covers(instant, finest)) _sighting = Sighting.At(instant, finest, _now, grid);
        if (!_sighting.Counts) return null;
        // Points come in order: nearly every one counts where the one before it did.
        if (_last is { } last && _sighting.IsAligned && instant < grid.To
            && (ulong)(instant - last.Second) < (ulong)grid.Period) return last;
        var second = instant - (instant % _sighting.Seconds);
        if (!grid.Has(second)) return null;
        var begin = grid.BeginOf(second);
        if (_last?.Second != begin && !_periods.TryGetValue(begin, out _last))
            _periods.Add(begin, _last = new(begin));
        return _last;
    }
}
