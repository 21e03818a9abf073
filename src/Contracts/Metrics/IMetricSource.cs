using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Metrics;

/// <summary>
/// Metrics that follow from the world: functions of time, worked out when asked, so nothing ticks for them. A service
/// offers one for its namespaces (<c>AWS/EC2</c>, <c>AWS/EBS</c>); CloudWatch rolls up and computes statistics.
/// </summary>
public interface IMetricSource
{
    /// <summary>The namespaces, for example <c>AWS/EC2</c>. Nobody may put data into these by hand.</summary>
    IReadOnlyList<string> Namespaces { get; }

    /// <summary>
    /// The metrics of a namespace that had data in the last two weeks, in the call's account and region.
    /// </summary>
    IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace);

    /// <summary>What is known of a metric; null where the source has no such metric.</summary>
    MetricDescription? Find(ReadCall call, MetricId metric);

    /// <summary>
    /// The samples of a metric from one instant (included) to another (not included), in order of time, each at a
    /// multiple of the metric's resolution. Instants after the call's now are answered as things would go on if
    /// nothing changed: alarms look ahead with that.
    /// </summary>
    IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to);
}
