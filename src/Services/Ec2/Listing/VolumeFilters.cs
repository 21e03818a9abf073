using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeVolumes, DescribeVolumeStatus and DescribeVolumesModifications. Source: EC2 API Reference.
/// </summary>
internal static class VolumeFilters
{
    /// <summary>Those of DescribeVolumes. Nothing is restored fast, and nobody manages volumes for others.</summary>
    public static Filters<VolumeRecord> Volumes { get; } = new Filters<VolumeRecord>()
        .Indexed(
            "attachment.instance-id",
            v => v.Attachments.Select(a => a.InstanceId.Value),
            (call, id) => call.Read(VolumeTables.Volumes).By(VolumeTables.VolumesByInstance, id))
        .Indexed(
            "volume-id",
            v => [v.Id.Value],
            (call, id) => call.Read(VolumeTables.Volumes).Find(new(id)) is { } one ? [one] : [])
        .Many("attachment.attach-time", v => v.Attachments.Select(a => Time(a.AttachTime)))
        .Many("attachment.delete-on-termination", v => v.Attachments.Select(a => Text(a.DeleteOnTermination)))
        .Many("attachment.device", v => v.Attachments.Select(a => a.Device))
        .Many("attachment.status", (v, call) => v.Attachments.Select(a => InstanceVolumes.StateOf(
            a, call.Read(InstanceTables.Instances).Find(a.InstanceId)).ToWire()))
        .One("availability-zone", v => v.AvailabilityZone)
        .One("availability-zone-id", v => v.AvailabilityZoneId)
        .One("create-time", v => Time(v.CreateTime))
        .Flag("encrypted", v => v.Encrypted)
        .Flag("fast-restored", _ => false)
        .Flag("multi-attach-enabled", v => v.MultiAttach)
        .Flag("operator.managed", _ => false)
        .Many("operator.principal", _ => [])
        .One("size", v => Text(v.Size))
        .One("snapshot-id", v => v.SnapshotId)
        .One("status", v => VolumeView.StateOf(v).ToWire())
        .One("volume-type", v => v.Type.ToWire())
        .Tags(v => v.Id.Value);

    /// <summary>Those of DescribeVolumeStatus. There are no events, and so no actions.</summary>
    public static Filters<VolumeRecord> Statuses { get; } = new Filters<VolumeRecord>()
        .Many("action.code", _ => [])
        .Many("action.description", _ => [])
        .Many("action.event-id", _ => [])
        .One("availability-zone", v => v.AvailabilityZone)
        .Many("event.description", _ => [])
        .Many("event.event-id", _ => [])
        .Many("event.event-type", _ => [])
        .Many("event.not-after", _ => [])
        .Many("event.not-before", _ => [])
        .Many("volume-status.details-name", _ => ["io-enabled", "io-performance"])
        .Many(
            "volume-status.details-status",
            (v, call) => [VolumeStatusView.IoOf(v), VolumeStatusView.PerformanceOf(v, call)])
        .One("volume-status.status", (v, call) => VolumeStatusView.StatusOf(v, call).ToWire());

    /// <summary>Those of DescribeVolumesModifications.</summary>
    public static Filters<VolumeModificationRecord> Modifications { get; } = new Filters<VolumeModificationRecord>()
        .One("modification-state", m => m.State.ToWire())
        .One("original-iops", m => Text(m.Original.Iops))
        .One("original-size", m => Text(m.Original.Size))
        .One("original-volume-type", m => m.Original.Type.ToWire())
        .Flag("originalMultiAttachEnabled", m => m.Original.MultiAttach)
        .One("start-time", m => Time(m.StartTime))
        .One("target-iops", m => Text(m.Target.Iops))
        .One("target-size", m => Text(m.Target.Size))
        .One("target-volume-type", m => m.Target.Type.ToWire())
        .Flag("targetMultiAttachEnabled", m => m.Target.MultiAttach)
        .One("volume-id", m => m.Id.Value);

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
