using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>
/// Whether a volume is well: not known while it is made; impaired while it stalls, for its instance cannot reach its
/// volumes. Its data are always consistent here, so input and output are never turned off. How far the blocks of its
/// snapshot are there follows from its rate; AWS names no usual rate: guessed. Sources: EC2 API Reference,
/// VolumeStatusItem; EBS User Guide, "Amazon EBS volume status checks", "Amazon EBS volume events" (performance is told
/// of io1, io2 and gp3).
/// </summary>
internal static class VolumeStatusView
{
    private const int UsualMibPerSecond = 100;
    private const double Mib = 1L << 20;
    private const string Stalled = "stalled";
    private const string Unknown = "not-applicable";

    /// <summary>The status.</summary>
    public static VolumeStatusItem Of(VolumeRecord volume, ReadCall call) => new()
    {
        VolumeId = volume.Id.Value,
        AvailabilityZone = volume.AvailabilityZone,
        AvailabilityZoneId = volume.AvailabilityZoneId,
        Actions = [],
        Events = [],
        VolumeStatus = new()
        {
            Status = StatusOf(volume, call),
            Details =
            [
                new() { Name = VolumeStatusName.IoEnabled, Status = IoOf(volume) },
                new() { Name = VolumeStatusName.IoPerformance, Status = PerformanceOf(volume, call) },
            ],
        },
        AttachmentStatuses =
        [
            .. volume.Attachments.Select(a => new VolumeStatusAttachmentStatus
            {
                InstanceId = a.InstanceId.Value, IoPerformance = PerformanceOf(volume, a, call),
            }),
        ],
        InitializationStatusDetails = InitializationOf(volume, call.Now),
    };

    /// <summary>Well, impaired, or not known yet.</summary>
    public static VolumeStatusInfoStatus StatusOf(VolumeRecord volume, ReadCall call) =>
        volume.State == VolumeState.Creating ? VolumeStatusInfoStatus.InsufficientData
        : PerformanceOf(volume, call) == Stalled ? VolumeStatusInfoStatus.Impaired
        : VolumeStatusInfoStatus.Ok;

    /// <summary>Whether input and output go on.</summary>
    public static string IoOf(VolumeRecord volume) =>
        volume.State == VolumeState.Creating ? "insufficient-data" : "passed";

    /// <summary>How they do, at the instance where they do worst.</summary>
    public static string PerformanceOf(VolumeRecord volume, ReadCall call)
    {
        var all = volume.Attachments.Select(a => PerformanceOf(volume, a, call)).ToList();
        return all.Contains(Stalled) ? Stalled : all.FirstOrDefault() ?? Unknown;
    }

    private static string PerformanceOf(VolumeRecord volume, VolumeAttachmentRecord attachment, ReadCall call)
    {
        if (volume.Type is not (VolumeType.Io1 or VolumeType.Io2 or VolumeType.Gp3)
            || call.Read(InstanceTables.Instances).Find(attachment.InstanceId) is not { } instance)
        {
            return Unknown;
        }

        return StatusChecks.Now(call, instance, CheckKind.Ebs).Status switch
        {
            SummaryStatus.Impaired => Stalled,
            SummaryStatus.InsufficientData => "insufficient-data",
            _ => "normal",
        };
    }

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
