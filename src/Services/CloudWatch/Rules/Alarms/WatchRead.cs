using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>What an alarm watches, period by period, read only as far as it is asked for.</summary>
internal static class WatchRead
{
    private static readonly TimeSpan FutureStamps = TimeSpan.FromHours(2);

    // Expressions whose value may change though no data does.
    private static readonly string[] Restless =
        ["MINUTE", "HOUR", "DAY", "DATE", "MONTH", "YEAR", "EPOCH", "RUNNING_SUM", "SEARCH", "SELECT", "TIME_SERIES"];

    /// <summary>The periods that have a value, from one end of a period to another.</summary>
    public static IEnumerable<WatchPoint> Read(ReadCall call, AlarmWatchRecord watch, long from, long to)
    {
        if (watch.MetricName is not null)
            return StatRead.Read(call, WatchedMetrics.StatOf(watch), from, to);
        if (watch.ThresholdMetricId is null)
            return Expression(call, watch, from, to);
        var band = watch.Queries.First(q => q.Id == watch.ThresholdMetricId);
        var expression = BandExpression.Parse(band.Expression)!;
        var stat = WatchedMetrics.StatOf(watch.Queries.First(q => q.Id == expression.Of));
        return Banded(call, stat, expression.Deviations, from, to);
    }

    /// <summary>
    /// The second after which nothing can change unless data is put: data may be put up to two hours ahead. Null where
    /// a source or an expression has a future of its own. Source: botocore documentation of PutMetricData, Timestamp.
    /// </summary>
    public static long? SettledAfter(ReadCall call, AlarmWatchRecord watch)
    {
        var restless = watch.Queries.Any(q =>
            q.Expression is { } text && Restless.Any(word => text.Contains(word, StringComparison.Ordinal)));
        return restless || WatchedMetrics.Of(watch).Any(metric => StatRead.HasSource(call, metric))
            ? null
            : (call.Now + FutureStamps).ToUnixTimeSeconds();
    }

    private static IEnumerable<WatchPoint> Expression(ReadCall call, AlarmWatchRecord watch, long from, long to)
    {
        var queries = watch.Queries.Select(WatchedMetrics.QueryOf).ToList();
        return StatRead.Stretches(AlarmTerms.PeriodOf(watch), from, to, (begin, end) =>
        {
            var results = MetricReader.Read(call, queries, StatRead.At(begin), StatRead.At(end));
            return results.Count == 0
                ? []
                : results[0].Points.Select(p => new WatchPoint(p.At.ToUnixTimeSeconds(), p.Value, p.SampleCount));
        });
    }

    private static IEnumerable<WatchPoint> Banded(
        ReadCall call, StatQuery stat, double deviations, long from, long to)
    {
        var detector = AnomalyBands.Detector(call, stat);
        foreach (var point in StatRead.Read(call, stat, from, to))
        {
            var (lower, upper) = Detecting.Bounds(detector, StatRead.At(point.Second), deviations);
            yield return point with { Lower = lower, Upper = upper };
        }
    }
}
