using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>Writes down when instances had a volume and as what, so that metrics of the past stay as they were.</summary>
internal static class VolumeSpans
{
    /// <summary>The namespace of the metrics that follow from them.</summary>
    public const string Namespace = "AWS/EBS";

    /// <summary>Longest kept: 15 months, as CloudWatch does.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(455);

    /// <summary>The volume as it is now, with what it was among the spans.</summary>
    public static VolumeRecord Noted(ReadCall call, VolumeRecord before, VolumeRecord after)
    {
        var same = before.Type == after.Type && before.Iops == after.Iops
            && before.WriteMibPerHour == after.WriteMibPerHour;
        var ended = before.Attachments
            .Where(a => !same || InstanceVolumes.AttachmentTo(after, a.InstanceId) is null)
            .Select(a => Of(call, before, a, call.Now))
            .Where(span => span.To > span.From)
            .ToList();
        return ended.Count == 0 && same ? after : after with
        {
            Past = [.. before.Past.Where(span => span.To > call.Now - Kept), .. ended],
            SameSince = same ? before.SameSince : call.Now,
        };
    }

    /// <summary>All spans of a volume, those that last up to the end of time.</summary>
    public static ImmutableArray<VolumeSpanRecord> All(ReadCall call, VolumeRecord volume) =>
    [
        .. volume.Past,
        .. volume.Attachments.Select(a => Of(call, volume, a, DateTimeOffset.MaxValue)),
    ];

    /// <summary>Tells that the metrics of a volume may go on otherwise.</summary>
    public static void Tell(Call call, VolumeId volume) =>
        call.FindPort<IMetrics>()?.Changed(call, Namespace, new("VolumeId", volume.Value));

    /// <summary>Tells that those of an instance's volumes may.</summary>
    public static void TellOf(Call call, InstanceId instance)
    {
        if (call.FindPort<IMetrics>() is { } metrics)
        {
            foreach (var volume in call.Read(VolumeTables.Volumes)
                .By(VolumeTables.VolumesByInstance, instance.Value))
            {
                metrics.Changed(call, Namespace, new("VolumeId", volume.Id.Value));
            }
        }
    }

    private static VolumeSpanRecord Of(
        ReadCall call, VolumeRecord volume, VolumeAttachmentRecord attachment, DateTimeOffset to)
    {
        var isRoot = call.Read(InstanceTables.Instances).Find(attachment.InstanceId) is { } instance
            && VolumeAttachments.IsRoot(instance, attachment.Device);
        var from = volume.SameSince > attachment.AttachTime ? volume.SameSince.Value : attachment.AttachTime;
        return new(
            from, to, attachment.InstanceId, isRoot, volume.Type, volume.Iops,
            volume.WriteMibPerHour ?? WrittenBytes.StandardMibPerHour);
    }
}
