using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>
/// Whether a volume is well: not known while it is made, and well from then on, for nothing here breaks. How far the
/// blocks of its snapshot are there follows from its rate; AWS names no usual rate: guessed. Source: EC2 API Reference,
/// VolumeStatusItem.
/// </summary>
internal static class VolumeStatusView
{
    private const int UsualMibPerSecond = 100;
    private const double Mib = 1L << 20;

    /// <summary>The status.</summary>
    public static VolumeStatusItem Of(VolumeRecord volume, DateTimeOffset now) => new()
    {
        VolumeId = volume.Id.Value,
        AvailabilityZone = volume.AvailabilityZone,
        AvailabilityZoneId = volume.AvailabilityZoneId,
        Actions = [],
        Events = [],
        VolumeStatus = new()
        {
            Status = StatusOf(volume),
            Details =
            [
                new() { Name = VolumeStatusName.IoEnabled, Status = IoOf(volume) },
                new() { Name = VolumeStatusName.IoPerformance, Status = PerformanceOf(volume) },
            ],
        },
        AttachmentStatuses =
        [
            .. volume.Attachments.Select(a => new VolumeStatusAttachmentStatus
            {
                InstanceId = a.InstanceId.Value, IoPerformance = PerformanceOf(volume),
            }),
        ],
        InitializationStatusDetails = InitializationOf(volume, now),
    };

    /// <summary>Well, or not known yet.</summary>
    public static VolumeStatusInfoStatus StatusOf(VolumeRecord volume) =>
        volume.State == VolumeState.Creating ? VolumeStatusInfoStatus.InsufficientData : VolumeStatusInfoStatus.Ok;

    /// <summary>Whether input and output go on.</summary>
    public static string IoOf(VolumeRecord volume) =>
        volume.State == VolumeState.Creating ? "insufficient-data" : "passed";

    /// <summary>How they do: only told of volumes with provisioned IOPS that are attached.</summary>
    public static string PerformanceOf(VolumeRecord volume) =>
        volume is { Type: VolumeType.Io1 or VolumeType.Io2, Attachments.IsEmpty: false } ? "normal" : "not-applicable";

    private static InitializationStatusDetails? InitializationOf(VolumeRecord volume, DateTimeOffset now)
    {
        if (volume.SnapshotId is null)
        {
            return null;
        }

        var seconds = volume.FirstBytes / Mib / (volume.InitializationRate ?? UsualMibPerSecond);
        var passed = (now - volume.CreateTime).TotalSeconds;
        return new()
        {
            InitializationType = volume.InitializationRate is null
                ? InitializationType.Default
                : InitializationType.ProvisionedRate,
            Progress = passed >= seconds ? 100 : (long)(100 * passed / seconds),
            EstimatedTimeToCompleteInSeconds = (long)Math.Ceiling(Math.Max(seconds - passed, 0)),
        };
    }
}
