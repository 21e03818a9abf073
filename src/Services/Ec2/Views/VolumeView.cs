using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A volume as the API writes it.</summary>
internal static class VolumeView
{
    /// <summary>The volume with its attachments and tags.</summary>
    public static Volume Of(VolumeRecord volume, ReadCall call) => new()
    {
        VolumeId = volume.Id.Value,
        Size = volume.Size,
        VolumeType = volume.Type,
        Iops = volume.Iops,
        Throughput = volume.Throughput,
        Encrypted = volume.Encrypted,
        KmsKeyId = volume.KmsKeyId,
        MultiAttachEnabled = volume.MultiAttach,
        SnapshotId = volume.SnapshotId ?? "",
        VolumeInitializationRate = volume.InitializationRate,
        AvailabilityZone = volume.AvailabilityZone,
        AvailabilityZoneId = volume.AvailabilityZoneId,
        CreateTime = volume.CreateTime,
        State = StateOf(volume),
        Operator = new() { Managed = false },
        Attachments = [.. volume.Attachments.Select(a => AttachmentOf(volume.Id, a, call))],
        Tags = TagStore.View(call, volume.Id.Value) is { Count: > 0 } tags ? tags : null,
    };

    /// <summary>Its state: in use, while an instance has it.</summary>
    public static VolumeState StateOf(VolumeRecord volume) =>
        volume is { State: VolumeState.Available, Attachments.IsEmpty: false } ? VolumeState.InUse : volume.State;

    /// <summary>One of its attachments.</summary>
    public static VolumeAttachment AttachmentOf(VolumeId volume, VolumeAttachmentRecord attachment, ReadCall call) =>
        new()
        {
            VolumeId = volume.Value,
            InstanceId = attachment.InstanceId.Value,
            Device = attachment.Device,
            State = InstanceVolumes.StateOf(
                attachment, call.Read(InstanceTables.Instances).Find(attachment.InstanceId)),
            AttachTime = attachment.AttachTime,
            DeleteOnTermination = attachment.DeleteOnTermination,
            EbsCardIndex = 0,
        };

    /// <summary>The volumes of an instance as its block devices.</summary>
    public static IReadOnlyList<InstanceBlockDeviceMapping> DevicesOf(InstanceRecord instance, ReadCall call) =>
        DevicesOf(instance, InstanceVolumes.Of(call, instance.Id));

    /// <summary>The block devices of an instance with volumes that are known.</summary>
    public static IReadOnlyList<InstanceBlockDeviceMapping> DevicesOf(
        InstanceRecord instance, IReadOnlyList<(VolumeRecord Volume, VolumeAttachmentRecord Attachment)> volumes) =>
    [
        .. volumes.Select(pair => new InstanceBlockDeviceMapping
        {
            DeviceName = pair.Attachment.Device,
            Ebs = new()
            {
                VolumeId = pair.Volume.Id.Value,
                Status = AttachmentStatusWire.Parse(InstanceVolumes.StateOf(pair.Attachment, instance).ToWire()),
                AttachTime = pair.Attachment.AttachTime,
                DeleteOnTermination = pair.Attachment.DeleteOnTermination,
                EbsCardIndex = 0,
            },
        }),
    ];

    /// <summary>A modification, as far as it is at an instant.</summary>
    public static VolumeModification Of(VolumeModificationRecord modification, DateTimeOffset now) => new()
    {
        VolumeId = modification.Id.Value,
        ModificationState = modification.State,
        OriginalSize = modification.Original.Size,
        OriginalVolumeType = modification.Original.Type,
        OriginalIops = modification.Original.Iops,
        OriginalThroughput = modification.Original.Throughput,
        OriginalMultiAttachEnabled = modification.Original.MultiAttach,
        TargetSize = modification.Target.Size,
        TargetVolumeType = modification.Target.Type,
        TargetIops = modification.Target.Iops,
        TargetThroughput = modification.Target.Throughput,
        TargetMultiAttachEnabled = modification.Target.MultiAttach,
        Progress = VolumeModifications.Progress(modification, now),
        StartTime = modification.StartTime,
        EndTime = modification.EndTime,
    };
}
