using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Metrics;

/// <summary>What CloudWatch does for other services.</summary>
public interface IMetrics
{
    /// <summary>Puts a data point, as part of the call: what a metric filter of a log group counts.</summary>
    void Put(Call call, MetricId metric, MetricSample sample, string unit);

    /// <summary>
    /// Tells that what a source says of the future of a namespace (of the metrics with this dimension, if one is
    /// given) is no longer what it said: alarms on them look ahead anew.
    /// </summary>
    void Changed(Call call, string metricNamespace, MetricDimension? dimension = null);

    /// <summary>
    /// Tells the same of the metrics with a dimension of this name whose value is among those that are concerned:
    /// cheaper than naming each value where there are many, because only alarms that exist are asked about.
    /// </summary>
    void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns);

    /// <summary>
    /// One statistic of a metric in periods, oldest first; a period without data has no point. For scaling policies,
    /// load views, charts.
    /// </summary>
    IReadOnlyList<MetricPoint> Read(ReadCall call, MetricQuestion question);
}
