using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// One statistic of a metric, period by period, read only as far as it is asked for. A source's metric is rolled up on
/// the fly, which is what lets thousands of alarms look ahead; all else is read in stretches that grow.
/// </summary>
internal static class StatRead
{
    private const double Minute = 60;
    private const int FirstStretch = 32;
    private const int LongestStretch = 1024;

    /// <summary>The periods that have a value, from one instant to another, both ends of periods.</summary>
    public static IEnumerable<WatchPoint> Read(ReadCall call, StatQuery query, long from, long to)
    {
        if (IsSimple(query.Statistic) && SourceOf(call, query) is { } source)
            return FromSource(call, source, query, from, to);
        return Stretches(query.Period, from, to, (begin, end) =>
            MetricReader.Read(call, query, At(begin), At(end))
                .Select(p => new WatchPoint(p.At.ToUnixTimeSeconds(), p.Value, p.SampleCount)));
    }

    /// <summary>Whether a source tells the future of a metric.</summary>
    public static bool HasSource(ReadCall call, MetricId metric) =>
        call.PortsOf<IMetricSource>().Any(s => s.Namespaces.Contains(metric.Namespace));

    /// <summary>Reads in stretches that grow, each only when it is reached.</summary>
    public static IEnumerable<WatchPoint> Stretches(
        int period, long from, long to, Func<long, long, IEnumerable<WatchPoint>> read)
    {
        var length = FirstStretch;
        for (var begin = from; begin < to; length = Math.Min(LongestStretch, length * 2))
        {
            var end = Math.Min(to, begin + ((long)length * period));
            foreach (var point in read(begin, end))
                yield return point;
            begin = end;
        }
    }

    /// <summary>A second of Unix time as an instant.</summary>
    public static DateTimeOffset At(long second) => DateTimeOffset.FromUnixTimeSeconds(second);

    private static bool IsSimple(string statistic) =>
        statistic is "Average" or "Sum" or "Minimum" or "Maximum" or "SampleCount";

    private static IMetricSource? SourceOf(ReadCall call, StatQuery query)
    {
        foreach (var source in call.PortsOf<IMetricSource>())
        {
            if (source.Namespaces.Contains(query.Metric.Namespace)
                && source.Find(call, query.Metric) is { } found
                && (query.Unit is null || query.Unit == found.Unit)
                && query.Period % Math.Min(found.Resolution.TotalSeconds, Minute) == 0)
                return source;
        }

        return null;
    }

    private static IEnumerable<WatchPoint> FromSource(
        ReadCall call, IMetricSource source, StatQuery query, long from, long to)
    {
        var (begin, sum, least, most, count) = (long.MinValue, 0.0, double.MaxValue, double.MinValue, 0.0);
        foreach (var sample in source.Read(call, query.Metric, At(from), At(to)))
        {
            var second = sample.At.ToUnixTimeSeconds();
            second -= (second - from) % query.Period;
            if (second != begin)
            {
                if (count > 0)
                    yield return new(begin, Value(query.Statistic, sum, least, most, count), count);
                (begin, sum, least, most, count) = (second, 0, double.MaxValue, double.MinValue, 0);
            }

            (sum, count) = (sum + sample.Sum, count + sample.Count);
            (least, most) = (Math.Min(least, sample.Minimum), Math.Max(most, sample.Maximum));
        }

        if (count > 0)
            yield return new(begin, Value(query.Statistic, sum, least, most, count), count);
    }

    private static double Value(string statistic, double sum, double least, double most, double count) =>
        statistic switch
        {
            "Average" => sum / count,
            "Sum" => sum,
            "Minimum" => least,
            "Maximum" => most,
            _ => count,
        };
}
