using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Predictive;

/// <summary>
/// Reads the past of a policy's metrics, hour by hour. The load of a predefined metric is the sum over the group, its
/// scaling metric the average, as its names say (API Reference, PredictiveScalingMetricSpecification). The capacity is
/// told from how many samples the instances of the group sent, so it needs no metrics of the group.
/// </summary>
internal static class LoadHours
{
    private const string Cpu = "CPUUtilization";
    private const int Minutes = 60;
    private const int Basic = 12;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The hours from one full hour to another, with nothing for those without data.</summary>
    public static IReadOnlyList<LoadHourRecord> Read(
        ReadCall call, PolicyRecord policy, DateTimeOffset from, DateTimeOffset to)
    {
        if (from >= to) return [];
        var asked = policy.Predictive!;
        var load = asked.OwnLoad is { } own
            ? Own(call, own, from, to) : Group(call, policy, (LoadMetric(asked), "Sum"), from, to);
        var need = NeedOf(call, policy, load, from, to);
        var hours = new List<LoadHourRecord>();
        for (var at = from; at < to; at += Hour)
            hours.Add(new(at, Find(load, at), Find(need, at)));
        return hours;
    }

    private static Dictionary<DateTimeOffset, double> NeedOf(
        ReadCall call, PolicyRecord policy, Dictionary<DateTimeOffset, double> load, DateTimeOffset from,
        DateTimeOffset to)
    {
        var asked = policy.Predictive!;
        // An average times its instances is the sum, but for how often each instance sends.
        if (asked.OwnLoad is null && asked.OwnScaling is null && LoadMetric(asked) == ScalingMetric(asked))
        {
            var each = SamplesAnHour(call, policy, LoadMetric(asked), from, to);
            return load.ToDictionary(hour => hour.Key, hour => hour.Value / each);
        }

        var scaling = asked.OwnScaling is { } own
            ? Own(call, own, from, to) : Group(call, policy, (ScalingMetric(asked), "Average"), from, to);
        var capacity = asked.OwnCapacity is { } counted
            ? Own(call, counted, from, to) : Capacity(call, policy, from, to);
        return scaling.Where(hour => capacity.ContainsKey(hour.Key))
            .ToDictionary(hour => hour.Key, hour => hour.Value * capacity[hour.Key]);
    }

    private static Dictionary<DateTimeOffset, double> Capacity(
        ReadCall call, PolicyRecord policy, DateTimeOffset from, DateTimeOffset to)
    {
        var each = SamplesAnHour(call, policy, Cpu, from, to);
        return Group(call, policy, (Cpu, "SampleCount"), from, to)
            .ToDictionary(hour => hour.Key, hour => hour.Value / each);
    }

    // With basic monitoring instances send every five minutes, with detailed monitoring each minute: as the last day
    // shows.
    private static double SamplesAnHour(
        ReadCall call, PolicyRecord policy, string metric, DateTimeOffset from, DateTimeOffset to)
    {
        var since = to - from > Day ? to - Day : from;
        var most = Points(call, policy, (metric, "SampleCount", Minutes), since, to)
            .CountBy(point => Floor(point.At)).Select(hour => hour.Value).DefaultIfEmpty(Basic).Max();
        return most > Basic ? Minutes : Basic;
    }

    private static Dictionary<DateTimeOffset, double> Group(
        ReadCall call, PolicyRecord policy, (string Metric, string Statistic) what, DateTimeOffset from,
        DateTimeOffset to) =>
        Points(call, policy, (what.Metric, what.Statistic, Minutes * Minutes), from, to)
            .ToDictionary(point => point.At, point => point.Value);

    private static IReadOnlyList<MetricPoint> Points(
        ReadCall call, PolicyRecord policy, (string Metric, string Statistic, int Seconds) what, DateTimeOffset from,
        DateTimeOffset to)
    {
        var metric = new MetricId("AWS/EC2", what.Metric, [new("AutoScalingGroupName", policy.Group)]);
        return call.Port<IMetrics>().Read(
            call, new(metric, what.Statistic, TimeSpan.FromSeconds(what.Seconds), from, to));
    }

    private static Dictionary<DateTimeOffset, double> Own(
        ReadCall call, AlarmSubject subject, DateTimeOffset from, DateTimeOffset to) =>
        call.Port<IMetricMath>().Read(call, subject.Queries, from, to)
            .GroupBy(point => Floor(point.At)).ToDictionary(hour => hour.Key, hour => hour.Average(p => p.Value));

    private static string LoadMetric(PredictiveRecord asked) => asked switch
    {
        { Pair: PredefinedMetricPairType.ASGNetworkIn } or { Load: PredefinedLoadMetricType.ASGTotalNetworkIn } =>
            "NetworkIn",
        { Pair: PredefinedMetricPairType.ASGNetworkOut } or { Load: PredefinedLoadMetricType.ASGTotalNetworkOut } =>
            "NetworkOut",
        _ => Cpu,
    };

    private static string ScalingMetric(PredictiveRecord asked) => asked switch
    {
        { Pair: not null } => LoadMetric(asked),
        { Scaling: PredefinedScalingMetricType.ASGAverageNetworkIn } => "NetworkIn",
        { Scaling: PredefinedScalingMetricType.ASGAverageNetworkOut } => "NetworkOut",
        _ => Cpu,
    };

    private static double? Find(Dictionary<DateTimeOffset, double> hours, DateTimeOffset at) =>
        hours.TryGetValue(at, out var value) ? value : null;

    /// <summary>The beginning of an instant's hour.</summary>
    public static DateTimeOffset Floor(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
