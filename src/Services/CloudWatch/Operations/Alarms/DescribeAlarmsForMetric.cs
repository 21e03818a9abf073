using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Views.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>The alarms on a metric itself.</summary>
public sealed class DescribeAlarmsForMetric
    : IReadOperation<DescribeAlarmsForMetricRequest, DescribeAlarmsForMetricResult>
{
    /// <inheritdoc/>
    public DescribeAlarmsForMetricResult Run(DescribeAlarmsForMetricRequest request, ReadCall call)
    {
        var metric = WatchedMetrics.Metric(
            request.Namespace!, request.MetricName!, AlarmRequests.Dimensions(request.Dimensions));
        var alarms = call.Read(AlarmTables.Alarms).By(AlarmTables.ByMetric, WatchedMetrics.OfMetric(metric));
        return new()
        {
            MetricAlarms = [.. alarms.Where(a => Fits(request, a.Watch!)).Select(a => AlarmView.Metric(a, call))],
        };
    }

    private static bool Fits(DescribeAlarmsForMetricRequest request, AlarmWatchRecord watch) =>
        watch.MetricName is not null
        && (request.Statistic is null || request.Statistic == watch.Statistic)
        && (request.ExtendedStatistic is null || request.ExtendedStatistic == watch.ExtendedStatistic)
        && (request.Period is null || request.Period == watch.Period)
        && (request.Unit is null || request.Unit == watch.Unit);
}
