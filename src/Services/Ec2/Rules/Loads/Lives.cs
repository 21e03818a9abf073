using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Writes down when instances run and as what, so that metrics of the past stay as they were.</summary>
internal static class Lives
{
    /// <summary>The namespaces whose metrics follow from lives and loads.</summary>
    public static readonly IReadOnlyList<string> Namespaces = ["AWS/EC2", "AWS/EBS", "Orrery/Load"];

    /// <summary>Takes note of an instance that may have changed.</summary>
    public static void Note(Call call, InstanceRecord instance)
    {
        var table = call.Write(LoadTables.Lives);
        var before = table.Find(instance.Id);
        var life = before ?? new() { Id = instance.Id, ImageId = instance.ImageId };
        var hasPower = ZoneFailures.Of(call, instance.AvailabilityZone) is null;
        var spans = Spans(life.Spans, instance, call.Now, hasPower);
        if (spans == life.Spans)
        {
            return;
        }

        life = life with
        {
            Spans = spans,
            Tags = TagsOf(call, instance.Id.Value),
            Zone = instance.AvailabilityZone,
            IsSpot = instance.SpotRequestId is not null,
        };
        table.Put(life);
        Tell(call, life);
    }

    /// <summary>Takes note of an instance's tags that changed.</summary>
    public static void NoteTags(Call call, string id)
    {
        if (call.Read(LoadTables.Lives).Find(new(id)) is { } life)
        {
            call.Write(LoadTables.Lives).Put(life with { Tags = TagsOf(call, id) });
            TellAll(call);
        }
    }

    /// <summary>Tells that metrics of all instances may go on otherwise than they were about to.</summary>
    public static void TellAll(Call call)
    {
        var metrics = call.FindPort<IMetrics>();
        foreach (var each in Namespaces)
        {
            metrics?.Changed(call, each);
        }
    }

    private static ImmutableArray<LifeSpanRecord> Spans(
        ImmutableArray<LifeSpanRecord> spans, InstanceRecord instance, DateTimeOffset now, bool hasPower)
    {
        var open = spans is [.., { To: null } last] ? last : null;
        var runs = instance.State == InstanceStateName.Running && hasPower;
        var next = runs
            ? new LifeSpanRecord(
                open?.From ?? now, null, instance.InstanceType, instance.CpuCredits,
                instance.Monitoring is MonitoringState.Enabled or MonitoringState.Disabling,
                instance.Cpu?.Vcpus)
            : null;
        if (next == open)
        {
            return spans;
        }

        if (open is not null)
        {
            spans = spans.SetItem(spans.Length - 1, open with { To = now });
        }

        return next is null ? spans : spans.Add(next with { From = now });
    }

    // Where a load is divided, what one gets depends on how many run: then those of all others are told of too.
    private static void Tell(Call call, InstanceLifeRecord life)
    {
        if (call.FindPort<IMetrics>() is not { } metrics)
        {
            return;
        }

        metrics.Changed(call, "AWS/EC2", new("InstanceId", life.Id.Value));
        VolumeSpans.TellOf(call, life.Id);
        foreach (var dimension in Shared(life).Distinct()) metrics.Changed(call, "AWS/EC2", dimension);
        if (LoadTargets.Of(call, life) is { Count: > 0 } loads) TellSharers(call, metrics, loads);
    }

    private static void TellSharers(Call call, IMetrics metrics, IReadOnlyList<LoadRecord> loads)
    {
        foreach (var load in loads) metrics.Changed(call, "Orrery/Load", new("LoadName", load.Id.Value));
        metrics.Changed(call, "AWS/EC2", "InstanceId", Shares);
        foreach (var group in loads.SelectMany(load => GroupsOf(call, load)).Distinct())
            metrics.Changed(call, "AWS/EC2", new(Ports.ScalingGroupMetrics.Dimension, group));
        metrics.Changed(call, "AWS/EBS", "VolumeId", id => call.Read(VolumeTables.Volumes).Find(new(id)) is { } volume
            && volume.Attachments.Any(one => Shares(one.InstanceId.Value)));

        // Whom of an image or a type it concerns is not asked: alarms on those are few.
        foreach (var name in new[] { "", "ImageId", "InstanceType" })
            metrics.Changed(call, "AWS/EC2", name, _ => true);

        bool Shares(string id) => call.Read(LoadTables.Lives).Find(new(id)) is { } other && IsOfThem(other);

        bool IsOfThem(InstanceLifeRecord other) =>
            LoadTargets.Of(call, other).Any(load => loads.Any(one => one.Id == load.Id));
    }

    // The Auto Scaling groups whose instances a load is for. There may be many alarms on groups: those that are
    // concerned are found, rather than each one asked.
    private static IEnumerable<string> GroupsOf(ReadCall call, LoadRecord load)
    {
        var now = Minutes.Of(call.Now);
        foreach (var target in load.Load.Targets!)
        {
            if (LoadTargets.TagOf(target) is { } tag && Ports.ScalingGroupMetrics.GroupOf(tag) is { } named)
            {
                yield return named;
                continue;
            }

            var lives = LoadTargets.Members(call, load.Load with { Targets = [target] }, now);
            foreach (var life in lives)
            {
                if (Ports.ScalingGroupMetrics.GroupOf(life) is { } group) yield return group;
            }
        }
    }

    // The dimensions of metrics that are of several instances together.
    private static IEnumerable<MetricDimension> Shared(InstanceLifeRecord life)
    {
        if (Ports.ScalingGroupMetrics.GroupOf(life) is { } group)
        {
            yield return new(Ports.ScalingGroupMetrics.Dimension, group);
        }

        if (!life.Spans.Any(span => span.Detailed))
        {
            yield break;
        }

        yield return MetricDimension.None;
        yield return new("ImageId", life.ImageId);
        foreach (var span in life.Spans)
        {
            yield return new("InstanceType", span.Type);
        }
    }

    private static ImmutableArray<string> TagsOf(ReadCall call, string id) =>
        [.. TagStore.Of(call, id).Select(tag => $"{tag.Key}={tag.Value}")];
}
