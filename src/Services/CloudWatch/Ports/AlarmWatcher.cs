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
        if (AreNone(call))
            return;
        foreach (var metric in metrics)
            LookAgain(call, WatchedMetrics.OfMetric(metric));
    }

    /// <inheritdoc/>
    public void Changed(Call call, string metricNamespace, MetricDimension? dimension)
    {
        if (AreNone(call))
            return;
        LookAgain(call, dimension is null
            ? WatchedMetrics.OfNamespace(metricNamespace)
            : WatchedMetrics.OfDimension(metricNamespace, dimension));
    }

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

    // A launch of a thousand tells of some thousand metrics: no name is made of them where no alarm could ask for it.
    private static bool AreNone(Call call) => call.Read(AlarmTables.Alarms).Count == 0;

    private static void LookAgain(Call call, string key)
    {
        foreach (var alarm in call.Read(AlarmTables.Alarms).By(AlarmTables.ByMetric, key))
            AlarmLoop.LookSoon(call, alarm);
    }
}
