using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Metrics of instances by their Auto Scaling group, with basic monitoring too. Source: EC2 User Guide, "CloudWatch
/// metrics that are available for your instances", Dimensions; that basic monitoring suffices is how target tracking
/// works without detailed monitoring (EC2 Auto Scaling User Guide, "Configure monitoring").
/// </summary>
internal static class ScalingGroupMetrics
{
    /// <summary>The dimension.</summary>
    public const string Dimension = "AutoScalingGroupName";

    private const string Tag = "aws:autoscaling:groupName=";

    /// <summary>The group that a metric is of; null where it is of something else.</summary>
    public static string? NameOf(MetricId metric) =>
        metric.Dimensions is [{ Name: Dimension } group] ? group.Value : null;

    /// <summary>The group of an instance, by its tags; null where it is in none.</summary>
    public static string? GroupOf(InstanceLifeRecord life) =>
        life.Tags.FirstOrDefault(tag => tag.StartsWith(Tag, StringComparison.Ordinal))?[Tag.Length..];

    /// <summary>The instances that are or were in a group.</summary>
    public static IEnumerable<InstanceLifeRecord> Lives(ReadCall call, string group) =>
        call.Read(LoadTables.Lives).By(LoadTables.LivesByTag, Tag + group);

    /// <summary>Samples of many instances as samples of all.</summary>
    public static IEnumerable<MetricSample> Merge(IEnumerable<IEnumerable<MetricSample>> each)
    {
        var merged = new SortedDictionary<DateTimeOffset, MetricSample>();
        foreach (var sample in each.SelectMany(samples => samples))
        {
            merged[sample.At] = !merged.TryGetValue(sample.At, out var before) ? sample : new(
                sample.At, before.Sum + sample.Sum, Math.Min(before.Minimum, sample.Minimum),
                Math.Max(before.Maximum, sample.Maximum), before.Count + sample.Count);
        }

        return merged.Values;
    }
}
