using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Works out what volume a request asks for. Sources: EC2 API Reference, CreateVolume; Amazon EBS User Guide, "Amazon
/// EBS encryption" (what comes of an encrypted snapshot, or is made where encryption is the default, is encrypted).
/// </summary>
internal static class VolumePlans
{
    private const string Small = "smaller than snapshot";

    /// <summary>The volume, without an id yet.</summary>
    /// <exception cref="ServiceException">There is no such volume, or what it is made of cannot be used.</exception>
    public static VolumeRecord Of(ReadCall call, VolumeWish wish, Zone zone)
    {
        var snapshot = string.IsNullOrEmpty(wish.SnapshotId) ? null
            : VolumeSnapshots.Get(call, wish.SnapshotId, wish.OfImage);
        var shape = VolumeShapes.Complete(new(
            wish.Type ?? VolumeType.Gp2, SizeOf(wish, snapshot), wish.Iops, wish.Throughput, wish.MultiAttach));
        var encrypted = wish.Encrypted == true || snapshot?.Encrypted == true
            || EbsKeys.Settings(call).EncryptionByDefault;
        if (!string.IsNullOrEmpty(wish.KmsKeyId) && wish.Encrypted != true)
        {
            throw new ServiceException(
                "InvalidParameterDependency",
                "The parameter KmsKeyId requires the parameter Encrypted to be set.");
        }

        return new()
        {
            Id = default,
            Size = shape.Size,
            Type = shape.Type,
            Iops = shape.Iops,
            Throughput = shape.Throughput,
            MultiAttach = shape.MultiAttach,
            Encrypted = encrypted,
            KmsKeyId = !encrypted ? null
                : wish.KmsKeyId is null or "" && snapshot is { KmsKeyId: { } key, Encrypted: true } ? key
                : EbsKeys.Resolve(call, wish.KmsKeyId),
            SnapshotId = snapshot?.Id.Value,
            InitializationRate = Rate(wish, snapshot),
            AvailabilityZone = zone.Name,
            AvailabilityZoneId = zone.Id,
            CreateTime = call.Now,
            FirstBytes = snapshot?.FullBytes ?? wish.FirstBytes,
        };
    }

    /// <summary>What a volume can do, as a value.</summary>
    public static VolumeShapeRecord ShapeOf(VolumeRecord volume) =>
        new(volume.Type, volume.Size, volume.Iops, volume.Throughput, volume.MultiAttach);

    private static int SizeOf(VolumeWish wish, SnapshotRecord? snapshot)
    {
        if (snapshot is null)
        {
            return wish.Size ?? throw Errors.Missing("size/snapshot");
        }

        return wish.Size < snapshot.VolumeSize
            ? throw new ServiceException(
                "InvalidParameterValue",
                $"Volume of size {wish.Size}GB is {Small} '{snapshot.Id}', expect size >= {snapshot.VolumeSize}GB")
            : wish.Size ?? snapshot.VolumeSize;
    }

    private static int? Rate(VolumeWish wish, SnapshotRecord? snapshot) => wish.InitializationRate switch
    {
        null => null,
        _ when snapshot is null => throw Errors.InvalidParameterCombination(
            "VolumeInitializationRate is supported only for volumes that are created from snapshots."),
        < 100 or > 300 => throw Errors.InvalidParameterValue(
            $"Value ({wish.InitializationRate}) for parameter VolumeInitializationRate is not from 100 to 300."),
        var rate => rate,
    };
}
