using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Rules.Alarms;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>Has the alarms on a metric looked at anew when something becomes of it.</summary>
internal sealed class AlarmWatcher : IMetricWatcher
{
    /// <inheritdoc/>
    public void Put(Call call, IReadOnlyList<MetricId> metrics)
    {
        foreach (var metric in metrics)
            LookAgain(call, WatchedMetrics.OfMetric(metric));
    }

    /// <inheritdoc/>
    public void Changed(Call call, string metricNamespace, MetricDimension? dimension) =>
        LookAgain(call, dimension is null
            ? WatchedMetrics.OfNamespace(metricNamespace)
            : WatchedMetrics.OfDimension(metricNamespace, dimension));

    /// <inheritdoc/>
    public void Changed(Call call, string metricNamespace, string dimension, Func<string, bool> concerns)
    {
        var key = WatchedMetrics.OfDimensionName(metricNamespace, dimension);
        foreach (var alarm in call.Read(AlarmTables.Alarms).By(AlarmTables.ByMetric, key))
        {
            if (WatchedMetrics.Of(alarm.Watch!).Any(metric => metric.Namespace == metricNamespace
                && metric.Dimensions.Any(one => one.Name == dimension && concerns(one.Value))))
            {
                AlarmLoop.LookSoon(call, alarm);
            }
        }
    }

    private static void LookAgain(Call call, string key)
    {
        foreach (var alarm in call.Read(AlarmTables.Alarms).By(AlarmTables.ByMetric, key))
            AlarmLoop.LookSoon(call, alarm);
    }
}
