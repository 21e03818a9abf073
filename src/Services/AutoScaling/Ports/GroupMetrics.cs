using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Ports;

/// <summary>
/// The metrics of groups: one sample a minute, of what the group had at its end; none from before they were collected.
/// Source: EC2 Auto Scaling User Guide, "Amazon CloudWatch metrics for Amazon EC2 Auto Scaling".
/// </summary>
internal sealed class GroupMetrics : IMetricSource
{
    private const string Dimension = "AutoScalingGroupName";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IReadOnlyList<string> Namespaces { get; } = [Gauges.Namespace];

    /// <inheritdoc/>
    public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) =>
        from @group in call.Read(Tables.Groups).All()
        from name in @group.Metrics.Keys
        select Describe(new(Gauges.Namespace, name, [new(Dimension, @group.Name)]));

    /// <inheritdoc/>
    public MetricDescription? Find(ReadCall call, MetricId metric) =>
        GroupOf(call, metric) is null ? null : Describe(metric);

    /// <inheritdoc/>
    public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
    {
        if (GroupOf(call, metric) is not { } group) yield break;
        var begin = group.Metrics[metric.Name];
        var at = new DateTimeOffset((from.UtcTicks + Minute.Ticks - 1) / Minute.Ticks * Minute.Ticks, TimeSpan.Zero);
        var gauges = new Stack<GaugeRecord>();
        foreach (var gauge in Gauges.Before(call, group.Name, to + Minute))
        {
            gauges.Push(gauge);
            if (gauge.At <= at) break;
        }

        GaugeRecord? now = null;
        for (; at < to; at += Minute)
        {
            while (gauges.TryPeek(out var next) && next.At < at + Minute) now = gauges.Pop();
            if (now is not null && at + Minute > begin && ValueOf(now, metric.Name) is { } value)
                yield return MetricSample.Of(at, value);
        }
    }

    private static GroupRecord? GroupOf(ReadCall call, MetricId metric) =>
        metric is { Namespace: Gauges.Namespace, Dimensions: [{ Name: Dimension } name] }
            && call.Read(Tables.Groups).Find(new(name.Value)) is { } group && group.Metrics.ContainsKey(metric.Name)
            ? group : null;

    private static MetricDescription Describe(MetricId metric) => new(metric, "None", Minute);

    private static int? ValueOf(GaugeRecord gauge, string name) => name switch
    {
        "GroupMinSize" => gauge.Min,
        "GroupMaxSize" => gauge.Max,
        "GroupDesiredCapacity" => gauge.Desired,
        "GroupInServiceInstances" => gauge.InService,
        "GroupInServiceCapacity" => gauge.Units?.InService ?? gauge.InService,
        "GroupPendingInstances" => gauge.Pending,
        "GroupPendingCapacity" => gauge.Units?.Pending ?? gauge.Pending,
        "GroupStandbyInstances" => gauge.Standby,
        "GroupStandbyCapacity" => gauge.Units?.Standby ?? gauge.Standby,
        "GroupTerminatingInstances" => gauge.Terminating,
        "GroupTerminatingCapacity" => gauge.Units?.Terminating ?? gauge.Terminating,
        "GroupTerminatingRetainedInstances" => gauge.Retained,
        "GroupTerminatingRetainedCapacity" => gauge.Units?.Retained ?? gauge.Retained,
        "WarmPoolPendingRetainedCapacity" => gauge.Pool?.PendingRetained,
        "WarmPoolTerminatingRetainedCapacity" => gauge.Pool?.TerminatingRetained,
        "WarmPoolMinSize" => gauge.Pool?.Min,
        "WarmPoolDesiredCapacity" => gauge.Pool?.Desired,
        "WarmPoolPendingCapacity" => gauge.Pool?.Pending,
        "WarmPoolTerminatingCapacity" => gauge.Pool?.Terminating,
        "WarmPoolWarmedCapacity" => gauge.Pool?.Warmed,
        "WarmPoolTotalCapacity" => gauge.Pool?.Total,
        "GroupAndWarmPoolDesiredCapacity" => gauge.Desired + gauge.Pool?.Desired,
        "GroupAndWarmPoolTotalCapacity" => Capacity(gauge) + gauge.Pool?.Total,
        "GroupTotalCapacity" => Capacity(gauge),
        _ => Total(gauge),
    };

    private static int Total(GaugeRecord gauge) =>
        gauge.InService + gauge.Pending + gauge.Standby + gauge.Terminating + gauge.Retained;

    private static int Capacity(GaugeRecord gauge) => gauge.Units?.Total ?? Total(gauge);
}
