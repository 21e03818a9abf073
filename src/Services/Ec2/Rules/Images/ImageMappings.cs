using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// Reads the devices that an image is given. Sources: EC2 API Reference, BlockDeviceMapping and EbsBlockDevice;
/// messages of sizes and encryption as public logs of clients show them, the others guessed.
/// </summary>
internal static class ImageMappings
{
    /// <summary>A device as a request gives it: a snapshot, an empty volume, or an instance store.</summary>
    /// <exception cref="ServiceException">InvalidBlockDeviceMapping, or what is not served.</exception>
    public static ImageDeviceRecord Of(ReadCall call, BlockDeviceMapping mapping)
    {
        var name = NameOf(mapping);
        if (mapping.VirtualName is { } store)
        {
            return store.StartsWith("ephemeral", StringComparison.Ordinal)
                ? new() { Device = name, VirtualName = store }
                : throw Errors.InvalidBlockDeviceMapping($"Invalid virtual name '{store}'");
        }

        var ebs = mapping.Ebs ?? throw Errors.InvalidBlockDeviceMapping($"The device '{name}' is given nothing.");
        CheckServed(ebs);
        var snapshot = ebs.SnapshotId is { } id ? SnapshotLookup.Usable(call, call.Region, id) : null;
        Check(name, ebs, snapshot);
        return new()
        {
            Device = name,
            SnapshotId = ebs.SnapshotId,
            Size = ebs.VolumeSize ?? snapshot!.VolumeSize,
            Type = ebs.VolumeType ?? VolumeType.Gp2,
            Iops = ebs.Iops,
            Throughput = ebs.Throughput,
            DeleteOnTermination = ebs.DeleteOnTermination ?? true,
            Encrypted = snapshot?.Encrypted ?? ebs.Encrypted == true,
        };
    }

    /// <summary>The devices of an instance's image: its volumes, as the request changes and adds to them.</summary>
    /// <exception cref="ServiceException">InvalidBlockDeviceMapping, or what is not served.</exception>
    public static IReadOnlyList<ImageDeviceRecord> Merge(
        ReadCall call, IReadOnlyList<ImageDeviceRecord> volumes, IReadOnlyList<BlockDeviceMapping>? mappings)
    {
        var devices = volumes.ToList();
        foreach (var mapping in mappings ?? [])
        {
            var at = devices.FindIndex(d => d.Device == NameOf(mapping));
            switch (at, mapping.NoDevice)
            {
                case (>= 0, not null):
                    devices.RemoveAt(at);
                    break;
                case (< 0, not null):
                    break;
                case (>= 0, _):
                    devices[at] = Changed(devices[at], mapping);
                    break;
                default:
                    devices.Add(Of(call, mapping));
                    break;
            }
        }

        return devices;
    }

    private static string NameOf(BlockDeviceMapping mapping) =>
        mapping.DeviceName is { Length: > 0 } name ? name : throw Errors.Missing("BlockDeviceMapping.DeviceName");

    // Of a volume that the instance has, only whether it goes with the instance can be changed (EC2 API Reference,
    // CreateImage).
    private static ImageDeviceRecord Changed(ImageDeviceRecord device, BlockDeviceMapping mapping)
    {
        var ebs = mapping.Ebs
            ?? throw Errors.InvalidBlockDeviceMapping($"The device '{device.Device}' is given nothing.");
        CheckServed(ebs);
        if (ebs.SnapshotId is not null
            || (ebs.VolumeSize is { } size && size != device.Size)
            || (ebs.VolumeType is { } type && type != device.Type)
            || (ebs.Iops is { } iops && iops != device.Iops)
            || (ebs.Throughput is { } throughput && throughput != device.Throughput)
            || (ebs.Encrypted is { } encrypted && encrypted != device.Encrypted))
        {
            throw Errors.InvalidBlockDeviceMapping(
                $"Of the volume '{device.Device}' of the instance, only DeleteOnTermination can be changed.");
        }

        return device with { DeleteOnTermination = ebs.DeleteOnTermination ?? device.DeleteOnTermination };
    }

    private static void Check(string name, EbsBlockDevice ebs, SnapshotRecord? snapshot)
    {
        if (snapshot is not null && ebs.Encrypted is not null)
        {
            throw Errors.InvalidBlockDeviceMapping(
                $"the encrypted flag cannot be specified since device {name} has a snapshot specified.");
        }

        if (snapshot is null && ebs.VolumeSize is not > 0)
        {
            throw Errors.InvalidBlockDeviceMapping($"The device '{name}' needs a snapshot or a size.");
        }

        if (snapshot is not null && ebs.VolumeSize < snapshot.VolumeSize)
        {
            throw Errors.InvalidBlockDeviceMapping(
                $"Volume of size {ebs.VolumeSize}GB is smaller than snapshot '{snapshot.Id}', expect size >= "
                + $"{snapshot.VolumeSize}GB");
        }

        if (snapshot is not null)
        {
            SnapshotCopies.CheckSource(snapshot);
        }
    }

    private static void CheckServed(EbsBlockDevice ebs)
    {
        Errors.RefuseUnserved("keys of the devices of an image (Ebs.KmsKeyId)", ebs.KmsKeyId is not null);
        Errors.RefuseUnserved("Outposts (Ebs.OutpostArn)", ebs.OutpostArn is not null);
        Errors.RefuseUnserved(
            "zones of the devices of an image (Ebs.AvailabilityZone)",
            ebs.AvailabilityZone is not null || ebs.AvailabilityZoneId is not null);
        Errors.RefuseUnserved("EBS cards (Ebs.EbsCardIndex)", ebs.EbsCardIndex is not null);
        Errors.RefuseUnserved(
            "initialization rates of the devices of an image (Ebs.VolumeInitializationRate)",
            ebs.VolumeInitializationRate is not null);
    }
}
