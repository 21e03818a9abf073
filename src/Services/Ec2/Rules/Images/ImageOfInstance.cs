using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>What an image has of the instance that it is made of, and of that one's image.</summary>
internal static class ImageOfInstance
{
    /// <summary>The image, without name and devices.</summary>
    public static ImageRecord Draft(Call call, InstanceRecord instance)
    {
        var origin = ImageOf.Of(call, instance);
        return new()
        {
            Id = call.NewId<ImageId>(),
            OwnerId = call.Account,
            Name = "",
            Architecture = instance.Architecture,
            RootDevice = InstanceVolumes.RootOf(call, instance),
            CreationDate = ImageDates.Text(call.Now),
            SourceInstanceId = instance.Id.Value,
            SourceImageId = instance.ImageId,
            SourceImageRegion = call.Region,
            Platform = origin.Platform,
            PlatformDetails = origin.PlatformDetails,
            UsageOperation = origin.UsageOperation,
            BootMode = origin.BootMode,
            TpmSupport = origin.TpmSupport,
            EnaSupport = origin.EnaSupport,
            SriovNetSupport = origin.SriovNetSupport,
            RequiresMetadataV2 = origin.RequiresMetadataV2,
        };
    }

    /// <summary>Its volumes as devices, before they have snapshots.</summary>
    public static IReadOnlyList<ImageDeviceRecord> Devices(ReadCall call, InstanceRecord instance) =>
    [
        .. SourceVolumes.Of(call, instance).Select(v => new ImageDeviceRecord
        {
            Device = v.Attachment.Device,
            Size = v.Volume.Size,
            Type = v.Volume.Type,
            Iops = IsProvisioned(v.Volume.Type) ? v.Volume.Iops : null,
            Throughput = v.Volume.Throughput,
            DeleteOnTermination = v.Attachment.DeleteOnTermination,
            Encrypted = v.Volume.Encrypted,
        }),
    ];

    // What a volume of another type can do follows from its size.
    private static bool IsProvisioned(VolumeType type) => type is VolumeType.Gp3 or VolumeType.Io1 or VolumeType.Io2;
}
