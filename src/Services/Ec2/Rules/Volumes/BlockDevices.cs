using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Lays the block devices of a launch over those of its image. Sources: EC2 User Guide, "Block device mappings for
/// volumes on Amazon EC2 instances"; "Preserve data when an instance is terminated" (what a launch makes by the API
/// goes with the instance, unless told otherwise). Wordings are guessed.
/// </summary>
internal static class BlockDevices
{
    /// <summary>The volumes of each instance, the root first.</summary>
    /// <exception cref="ServiceException">A mapping contradicts itself or the image, or is not served.</exception>
    public static IReadOnlyList<DeviceWish> Merge(
        string root, IEnumerable<ImageDeviceRecord> image, IReadOnlyList<BlockDeviceMapping>? mappings)
    {
        // Instance stores of an image are left to the type: those of NVMe are there without being mapped.
        var devices = image.Where(d => d.VirtualName is null).Select(Of).ToList();
        var named = new List<string>();
        foreach (var mapping in mappings ?? [])
        {
            var device = mapping.DeviceName is { Length: > 0 } name ? name : throw Errors.Missing("deviceName");
            VolumeDevices.CheckForm(device);
            if (named.Exists(other => VolumeDevices.AreSame(other, device)))
            {
                throw Errors.InvalidBlockDeviceMapping($"The device name {device} is used more than once.");
            }

            named.Add(device);
            var place = devices.FindIndex(d => VolumeDevices.AreSame(d.Device, device));
            if (mapping.NoDevice is not null)
            {
                Leave(devices, place, device, root);
            }
            else if (Laid(mapping, device, place < 0 ? null : devices[place]) is var wish && place < 0)
            {
                devices.Add(wish);
            }
            else
            {
                devices[place] = wish;
            }
        }

        CheckRoot(devices, root);
        return [.. devices.OrderBy(d => !VolumeDevices.AreSame(d.Device, root))];
    }

    private static DeviceWish Of(ImageDeviceRecord device) => new(
        device.Device,
        new()
        {
            Type = device.Type,
            Size = device.Size,
            Iops = device.Iops,
            Throughput = device.Throughput,
            SnapshotId = device.SnapshotId,
            OfImage = device.SnapshotId is not null,
            Encrypted = device.Encrypted,
            FirstBytes = device.FirstBytes,
        },
        device.DeleteOnTermination);

    private static void Leave(List<DeviceWish> devices, int place, string device, string root)
    {
        if (VolumeDevices.AreSame(device, root))
        {
            throw Errors.InvalidBlockDeviceMapping("The root device cannot be left out.");
        }

        if (place >= 0)
        {
            devices.RemoveAt(place);
        }
    }

    private static DeviceWish Laid(BlockDeviceMapping mapping, string device, DeviceWish? before)
    {
        var ebs = mapping switch
        {
            { VirtualName.Length: > 0 } => throw Errors.NotServed("instance stores (VirtualName)"),
            { Ebs: { } given } => given,
            _ => throw Errors.Missing("ebs"),
        };
        RefuseUnserved(ebs);
        var (volume, other) = (before?.Volume ?? new(), ebs.SnapshotId is { Length: > 0 } s ? s : null);
        if (other is not null && other != volume.SnapshotId)
        {
            volume = volume with { SnapshotId = other, OfImage = false, Size = null, FirstBytes = 0 };
        }

        if (ebs.VolumeSize < before?.Volume.Size && volume.SnapshotId is null)
        {
            throw Errors.InvalidBlockDeviceMapping(
                $"Volume of size {ebs.VolumeSize}GB is smaller than the volume of the image, expect size >= "
                + $"{before.Volume.Size}GB");
        }

        // What was provisioned for one type is nothing to another.
        var type = ebs.VolumeType ?? volume.Type;
        var stays = type == volume.Type;
        return new(
            before?.Device ?? device,
            volume with
            {
                Type = type,
                Size = ebs.VolumeSize ?? volume.Size,
                Iops = ebs.Iops ?? (stays ? volume.Iops : null),
                Throughput = ebs.Throughput ?? (stays ? volume.Throughput : null),
                Encrypted = ebs.Encrypted ?? volume.Encrypted,
                KmsKeyId = ebs.KmsKeyId,
                InitializationRate = ebs.VolumeInitializationRate,
            },
            ebs.DeleteOnTermination ?? before?.DeleteOnTermination ?? true);
    }

    private static void RefuseUnserved(EbsBlockDevice ebs)
    {
        if (ebs is { OutpostArn.Length: > 0 } or { AvailabilityZone.Length: > 0 } or { AvailabilityZoneId.Length: > 0 }
            || ebs.EbsCardIndex is not (null or 0))
        {
            throw Errors.NotServed(
                "zones, Outposts and further EBS cards of volumes (AvailabilityZone, AvailabilityZoneId, OutpostArn, "
                + "EbsCardIndex)");
        }
    }

    private static void CheckRoot(List<DeviceWish> devices, string root)
    {
        var found = devices.Find(d => VolumeDevices.AreSame(d.Device, root))
            ?? throw Errors.InvalidBlockDeviceMapping($"The image has no volume for its root device {root}.");
        if (found.Volume.Type is { } type && !VolumeTypeFacts.Of(type).Boots)
        {
            throw Errors.InvalidParameterCombination($"A root volume cannot be of type {type.ToWire()}.");
        }
    }
}
