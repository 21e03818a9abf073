using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records;

namespace Orrery.Services.CloudWatch.Rules.Metrics;

/// <summary>Which metrics there are: those that were put, and those that other services have.</summary>
internal static class MetricRoster
{
    /// <summary>
    /// How much longer a metric may count as active than it is. Source: botocore documentation of ListMetrics,
    /// RecentlyActive: up to 50 minutes. So not every point has to be noted.
    /// </summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(45);

    /// <summary>Source: botocore documentation of ListMetrics: two weeks without data.</summary>
    private static readonly TimeSpan Listed = TimeSpan.FromDays(14);

    /// <summary>What ListMetrics calls recently active: PT3H.</summary>
    private static readonly TimeSpan Active = TimeSpan.FromHours(3);

    /// <summary>A metric with its dimensions in the order of their names.</summary>
    public static MetricId IdOf(string metricNamespace, string name, IEnumerable<MetricDimension> dimensions) =>
        new(metricNamespace, name, [.. dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal)]);

    /// <summary>The sources that have a namespace.</summary>
    public static IEnumerable<IMetricSource> SourcesOf(ReadCall call, string metricNamespace) =>
        call.PortsOf<IMetricSource>().Where(source => source.Namespaces.Contains(metricNamespace));

    /// <summary>What was put of a metric; null where nothing was.</summary>
    public static MetricRecord? Find(ReadCall call, MetricId metric) =>
        call.Read(MetricTables.Metrics).Find(new(metric.Key));

    /// <summary>All metrics that are listed, by namespace, name and dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <param name="metricNamespace">Only this namespace, if given.</param>
    /// <param name="onlyActive">Only those with data in the last three hours.</param>
    public static IEnumerable<MetricId> All(ReadCall call, string? metricNamespace, bool onlyActive = false)
    {
        var put = call.Read(MetricTables.Metrics).From(new(metricNamespace ?? ""))
            .TakeWhile(metric => metric.Namespace.StartsWith(metricNamespace ?? "", StringComparison.Ordinal))
            .Where(metric => metricNamespace is null || metric.Namespace == metricNamespace)
            .Where(metric => IsSince(metric, call.Now, onlyActive ? Active : Listed))
            .Select(metric => (metric.Key.Value, Id: metric.ToId()));
        var told = call.PortsOf<IMetricSource>()
            .SelectMany(source => source.Namespaces, (source, each) => (source, each))
            .Where(pair => metricNamespace is null || pair.each == metricNamespace)
            .SelectMany(pair => pair.source.List(call, pair.each).Select(description => (pair.source, description)))
            .Where(pair => !onlyActive || HasDataSince(call, pair.source, pair.description))
            .Select(pair => (Value: pair.description.Id.Key, pair.description.Id))
            .OrderBy(pair => pair.Value, StringComparer.Ordinal);
        return Merged(put, told);
    }

    /// <summary>Whether a metric that was put is listed.</summary>
    public static bool IsListed(MetricRecord metric, DateTimeOffset now) => IsSince(metric, now, Listed);

    /// <summary>Notes that a point is put into a metric, and gives the stream that it belongs to.</summary>
    public static StreamRecord Note(Call call, MetricId metric, string unit, ref long nextStream)
    {
        var key = new MetricKey(metric.Key);
        var metrics = call.Write(MetricTables.Metrics);
        var record = metrics.Find(key);
        var stream = record is null ? null : StreamOf(record, unit);
        if (stream is not null && record!.LastPut + Slack >= call.Now) return stream;
        stream ??= new(nextStream++, unit);
        var streams = record is null ? [stream]
            : record.Streams.Contains(stream) ? record.Streams
            : record.Streams.Add(stream);
        metrics.Put(record is null
            ? New(metric, key, streams, call.Now)
            : record with { LastPut = call.Now, Streams = streams });
        return stream;
    }

    private static MetricRecord New(
        MetricId metric, MetricKey key, ImmutableArray<StreamRecord> streams, DateTimeOffset now) => new()
        {
            Key = key,
            Namespace = metric.Namespace,
            Name = metric.Name,
            Dimensions = [.. metric.Dimensions],
            Streams = streams,
            LastPut = now,
        };

    private static StreamRecord? StreamOf(MetricRecord record, string unit)
    {
        foreach (var stream in record.Streams)
        {
            if (stream.Unit == unit) return stream;
        }

        return null;
    }

    private static bool IsSince(MetricRecord metric, DateTimeOffset now, TimeSpan span) =>
        metric.LastPut + Slack > now - span;

    private static bool HasDataSince(ReadCall call, IMetricSource source, MetricDescription description) =>
        source.Read(call, description.Id, call.Now - Active, call.Now).Any();

    private static IEnumerable<MetricId> Merged(
        IEnumerable<(string Key, MetricId Id)> left, IEnumerable<(string Key, MetricId Id)> right)
    {
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
        while (hasOne || hasOther)
        {
            var isOne = !hasOther || (hasOne && string.CompareOrdinal(one.Current.Key, other.Current.Key) <= 0);
            yield return isOne ? one.Current.Id : other.Current.Id;
            if (isOne)
                hasOne = one.MoveNext();
            else
                hasOther = other.MoveNext();
        }
    }
}
