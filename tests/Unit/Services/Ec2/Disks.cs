using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of volumes begin with.</summary>
internal static class Disks
{
    /// <summary>The zone of the first default subnet, where launches go that name none.</summary>
    public const string Zone = "eu-west-1a";

    /// <summary>A volume of 10 GiB.</summary>
    public static CreateVolumeRequest Ten { get; } = new() { AvailabilityZone = Zone, Size = 10 };

    /// <summary>Makes a volume and tells its id.</summary>
    public static string Disk(this Cloud cloud, CreateVolumeRequest? request = null) =>
        cloud.Run(new CreateVolume(), request ?? Ten).VolumeId!;

    /// <summary>A volume as it is now.</summary>
    public static Volume DiskOf(this Cloud cloud, string id) => Assert.Single(
        cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest { VolumeIds = [id] }).Volumes!);

    /// <summary>All volumes that a filter leaves.</summary>
    public static IReadOnlyList<string> DisksFound(this Cloud cloud, string filter, params string[] values) =>
    [
        .. cloud.Run(new DescribeVolumes(), new DescribeVolumesRequest
        {
            Filters = [new() { Name = filter, Values = values }],
        }).Volumes!.Select(v => v.VolumeId!),
    ];

    /// <summary>A volume as it is kept; null when it is gone.</summary>
    public static VolumeRecord? DiskRecord(this Cloud cloud, string id) =>
        cloud.Ask(call => call.Read(VolumeTables.Volumes).Find(new(id)));

    /// <summary>Attaches a volume.</summary>
    public static AttachVolumeResult AttachDisk(this Cloud cloud, string volume, string instance, string device) =>
        cloud.Run(new AttachVolume(), Attachment(volume, instance, device));

    /// <summary>The request for that.</summary>
    public static AttachVolumeRequest Attachment(string volume, string instance, string device) =>
        new() { VolumeId = volume, InstanceId = instance, Device = device };

    /// <summary>The volume of an instance under a device name.</summary>
    public static string DiskAt(this Cloud cloud, string instance, string device) => Assert.Single(
        cloud.Instance(instance).BlockDeviceMappings!, m => m.DeviceName == device).Ebs!.VolumeId!;
}
