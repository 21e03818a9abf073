using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// What the volumes of each type take together, and whether there may be more of them. Source: Amazon EBS endpoints and
/// quotas. The wording about IOPS is guessed.
/// </summary>
internal static class VolumeUsage
{
    private const int GibPerTib = 1024;

    /// <summary>What volumes of a type take together.</summary>
    public static VolumeUsageRecord Of(ReadCall call, VolumeType type)
    {
        var key = KeyOf(type);
        return call.Read(VolumeTables.Usage).Find(key) ?? new(key, 0, 0);
    }

    /// <summary>Takes note of volumes of a shape that come or, if fewer than none, go.</summary>
    public static void Count(Call call, VolumeShapeRecord shape, int volumes)
    {
        var used = Of(call, shape.Type);
        call.Write(VolumeTables.Usage).Put(used with
        {
            Gib = used.Gib + ((long)shape.Size * volumes), Iops = used.Iops + (Provisioned(shape) * volumes),
        });
    }

    /// <summary>Refuses to take more than the quotas of a type leave.</summary>
    /// <exception cref="ServiceException">VolumeLimitExceeded, or MaxIOPSLimitExceeded.</exception>
    public static void Check(ReadCall call, VolumeType type, long gib, long iops)
    {
        var used = Of(call, type);
        var tib = Contracts.QuotaCheck.LimitOf(call, VolumeQuotas.StorageOf(type));
        if (gib > 0 && used.Gib + gib > (long)tib * GibPerTib)
        {
            throw new ServiceException(
                "VolumeLimitExceeded",
                $"You have exceeded your maximum {type.ToWire()} storage limit of {tib} TiB in this region. Please "
                + "contact AWS Support to request an Elastic Block Store service limit increase.");
        }

        if (iops > 0 && VolumeQuotas.IopsOf(type) is { } quota)
        {
            var most = Contracts.QuotaCheck.LimitOf(call, quota);
            if (used.Iops + iops > most)
            {
                throw new ServiceException(
                    "MaxIOPSLimitExceeded",
                    $"You have exceeded your maximum {type.ToWire()} iops limit of {most} in this region.");
            }
        }
    }

    /// <summary>Refuses some volumes of a shape.</summary>
    /// <exception cref="ServiceException">VolumeLimitExceeded, or MaxIOPSLimitExceeded.</exception>
    public static void Check(ReadCall call, VolumeShapeRecord shape, int volumes) =>
        Check(call, shape.Type, (long)shape.Size * volumes, Provisioned(shape) * volumes);

    /// <summary>The IOPS of a shape that count: those that were provisioned.</summary>
    public static long Provisioned(VolumeShapeRecord shape) =>
        VolumeTypeFacts.Of(shape.Type).Iops is null ? 0 : shape.Iops ?? 0;

    private static ResourceKey KeyOf(VolumeType type) => new(type.ToWire());
}
