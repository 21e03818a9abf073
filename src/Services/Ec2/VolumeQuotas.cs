using Orrery.Contracts;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of EBS: storage by type in TiB, provisioned IOPS, snapshots. Source: "Amazon EBS endpoints and quotas"
/// (names, defaults); codes as users of Service Quotas list them.
/// </summary>
internal static class VolumeQuotas
{
    public static readonly Quota Snapshots = new("L-309BACF6", "Snapshots per Region", 100_000);

    public static readonly Quota Io1Iops = new("L-B3A130E6", "IOPS for Provisioned IOPS SSD (io1) volumes", 300_000);

    public static readonly Quota Io2Iops = new("L-8D977E7E", "IOPS for Provisioned IOPS SSD (io2) volumes", 100_000);

    private static readonly Quota Gp2 = new(
        "L-D18FCD1D", "Storage for General Purpose SSD (gp2) volumes, in TiB", 50);

    private static readonly Quota Gp3 = new(
        "L-7A658B76", "Storage for General Purpose SSD (gp3) volumes, in TiB", 50);

    private static readonly Quota Io1 = new(
        "L-FD252861", "Storage for Provisioned IOPS SSD (io1) volumes, in TiB", 50);

    private static readonly Quota Io2 = new(
        "L-09BD8365", "Storage for Provisioned IOPS SSD (io2) volumes, in TiB", 20);

    private static readonly Quota St1 = new(
        "L-82ACEF56", "Storage for Throughput Optimized HDD (st1) volumes, in TiB", 50);

    private static readonly Quota Sc1 = new("L-17AF77E8", "Storage for Cold HDD (sc1) volumes, in TiB", 50);

    private static readonly Quota Standard = new(
        "L-9CF3C2EB", "Storage for Magnetic (standard) volumes, in TiB", 50);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All =
        [Snapshots, Io1Iops, Io2Iops, Gp2, Gp3, Io1, Io2, St1, Sc1, Standard];

    /// <summary>The quota of a type's storage.</summary>
    public static Quota StorageOf(VolumeType type) => type switch
    {
        VolumeType.Gp2 => Gp2,
        VolumeType.Gp3 => Gp3,
        VolumeType.Io1 => Io1,
        VolumeType.Io2 => Io2,
        VolumeType.St1 => St1,
        VolumeType.Sc1 => Sc1,
        _ => Standard,
    };

    /// <summary>The quota of a type's provisioned IOPS, where it has one.</summary>
    public static Quota? IopsOf(VolumeType type) => type switch
    {
        VolumeType.Io1 => Io1Iops,
        VolumeType.Io2 => Io2Iops,
        _ => null,
    };
}
