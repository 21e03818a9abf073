using Orrery.Contracts.Loads;
using Orrery.Contracts.Metrics;
using Orrery.Services.Ec2.Ports;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of loads begin with.</summary>
internal static class Demand
{
    /// <summary>So many requests of 10 ms a second on an instance, or on those with a tag.</summary>
    public static LoadDeclaration Of(double rate, string target) => new()
    {
        Name = "shop",
        Targets = [target.Contains('=') ? new(Tag: target) : new(Instance: target)],
        Rate = new() { Kind = "constant", Value = rate },
        Cost = new(CpuSeconds: 0.01, BytesIn: 1000, BytesOut: 9000, DiskReads: 0.5),
    };

    /// <summary>Declares loads.</summary>
    public static IReadOnlyList<LoadState> Apply(this Cloud cloud, params LoadDeclaration[] loads) =>
        cloud.Do(call => new LoadDesk().Apply(call, loads));

    /// <summary>The values of a metric of an instance, from the beginning of the world on.</summary>
    public static IReadOnlyList<MetricSample> Metric(this Cloud cloud, string name, TimeSpan length,
        string? instance) =>
        cloud.Samples(new InstanceMetrics(), new(
            "AWS/EC2", name, instance is null ? [] : [new("InstanceId", instance)]), length);

    /// <summary>The samples of a source, from the beginning of the world on.</summary>
    public static IReadOnlyList<MetricSample> Samples(
        this Cloud cloud, IMetricSource source, MetricId metric, TimeSpan length) =>
        cloud.Ask<IReadOnlyList<MetricSample>>(call =>
            [.. source.Read(call, metric, Services.Rig.Start, Services.Rig.Start + length)]);
}
