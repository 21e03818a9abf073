using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;

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
        life.Tags.Select(GroupOf).FirstOrDefault(group => group is not null);

    /// <summary>The group of a tag (key=value); null where it is another tag.</summary>
    public static string? GroupOf(string tag) =>
        tag.StartsWith(Tag, StringComparison.Ordinal) ? tag[Tag.Length..] : null;

    /// <summary>The tag that instances of a group have.</summary>
    public static string TagOf(string group) => Tag + group;

    /// <summary>The instances of a group that run, or ran after the beginning of a minute.</summary>
    public static IEnumerable<InstanceLifeRecord> Lives(ReadCall call, string group, long since) =>
        LoadTargets.Tagged(call, Tag + group, since);

    /// <summary>
    /// Samples of many instances as samples of all, read as they are asked for: alarms look far ahead.
    /// </summary>
    public static IEnumerable<MetricSample> Merge(IEnumerable<IEnumerable<MetricSample>> each)
    {
        var queue = new PriorityQueue<IEnumerator<MetricSample>, DateTimeOffset>();
        foreach (var samples in each)
        {
            Next(samples.GetEnumerator());
        }

        MetricSample? merged = null;
        while (queue.TryDequeue(out var first, out var at))
        {
            var sample = first.Current;
            Next(first);
            if (merged is { } done && done.At < at)
            {
                yield return done;
                merged = null;
            }

            merged = merged is { } before ? Sum(before, sample) : sample;
        }

        if (merged is { } last)
        {
            yield return last;
        }

        void Next(IEnumerator<MetricSample> samples)
        {
            if (samples.MoveNext())
            {
                queue.Enqueue(samples, samples.Current.At);
            }
        }
    }

    /// <summary>Samples of one instance as those of so many that do the same.</summary>
    public static IEnumerable<MetricSample> Times(IEnumerable<MetricSample> samples, int count) => count == 1
        ? samples
        : samples.Select(one => one with { Sum = one.Sum * count, Count = one.Count * count });

    private static MetricSample Sum(MetricSample one, MetricSample other) => new(
        one.At, one.Sum + other.Sum, Math.Min(one.Minimum, other.Minimum), Math.Max(one.Maximum, other.Maximum),
        one.Count + other.Count);
}
