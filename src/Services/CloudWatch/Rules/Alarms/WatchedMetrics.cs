using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The metrics that an alarm watches, directly or in its queries.</summary>
internal static class WatchedMetrics
{
    /// <summary>The metrics.</summary>
    public static IEnumerable<MetricId> Of(AlarmWatchRecord watch) =>
        watch.MetricName is not null
            ? [Metric(watch.Namespace!, watch.MetricName, watch.Dimensions)]
            : watch.Queries.Where(q => q.Stat is not null)
                .Select(q => Metric(q.Namespace!, q.MetricName!, q.Dimensions));

    /// <summary>What an alarm is found by: each metric, each namespace, each dimension by value and by name.</summary>
    public static IEnumerable<string> Keys(AlarmRecord alarm)
    {
        if (alarm.Watch is not { } watch) return [];
        return Of(watch)
            .SelectMany(metric => metric.Dimensions.DefaultIfEmpty(MetricDimension.None)
                .SelectMany<MetricDimension, string>(dimension =>
                [
                    OfDimension(metric.Namespace, dimension), OfDimensionName(metric.Namespace, dimension.Name),
                ])
                .Append(OfMetric(metric))
                .Append(OfNamespace(metric.Namespace)))
            .Distinct();
    }

    /// <summary>The key of a metric.</summary>
    public static string OfMetric(MetricId metric) => $"m{metric.Key}";

    /// <summary>The key of a namespace.</summary>
    public static string OfNamespace(string metricNamespace) => $"n{metricNamespace}";

    /// <summary>The key of a dimension in a namespace.</summary>
    public static string OfDimension(string metricNamespace, MetricDimension dimension) =>
        $"d{metricNamespace}\u001f{dimension.Name}\u001e{dimension.Value}";

    /// <summary>The key of all dimensions of a name in a namespace.</summary>
    public static string OfDimensionName(string metricNamespace, string name) => $"w{metricNamespace}\u001f{name}";

    /// <summary>A metric, its dimensions in order.</summary>
    public static MetricId Metric(
        string metricNamespace, string name, IEnumerable<MetricDimension> dimensions) =>
        new(metricNamespace, name, [.. dimensions.OrderBy(d => d.Name, StringComparer.Ordinal)]);

    /// <summary>The statistic that an alarm on one metric watches.</summary>
    public static StatQuery StatOf(AlarmWatchRecord watch) => new(
        Metric(watch.Namespace!, watch.MetricName!, watch.Dimensions),
        watch.Statistic?.ToWire() ?? watch.ExtendedStatistic!,
        watch.Period!.Value,
        watch.Unit?.ToWire());

    /// <summary>The statistic of a query.</summary>
    public static StatQuery StatOf(AlarmQueryRecord query) => new(
        Metric(query.Namespace!, query.MetricName!, query.Dimensions),
        query.Stat!,
        query.Period!.Value,
        query.Unit?.ToWire());

    /// <summary>A query as it is asked.</summary>
    public static MetricQuery QueryOf(AlarmQueryRecord query) => new(query.Id)
    {
        Stat = query.Stat is null ? null : StatOf(query),
        Expression = query.Expression,
        Period = query.Stat is null ? query.Period : null,
        Label = query.Label,
        ReturnData = query.ReturnData ?? true,
    };
}
