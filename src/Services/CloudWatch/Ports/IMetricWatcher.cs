using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>
/// Is told what becomes of metrics, as part of the call that does it. Registered with <c>ports.Also</c>; alarms offer
/// one.
/// </summary>
internal interface IMetricWatcher
{
    /// <summary>Points were put into these metrics; each is named once.</summary>
    void Put(Call call, IReadOnlyList<MetricId> metrics);

    /// <summary>What a source says of the future of a namespace (or a dimension in it) has changed.</summary>
    void Changed(Call call, string metricNamespace, MetricDimension? dimension);

    /// <summary>The same of the dimensions of a name whose values are concerned.</summary>
    void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns);
}
