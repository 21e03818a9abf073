using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// What volumes of a type can be. Sources: EC2 API Reference, CreateVolume (sizes, IOPS, throughput); Amazon EBS User
/// Guide, "Amazon EBS volume types" (ratios).
/// </summary>
/// <param name="LeastGib">The least size.</param>
/// <param name="MostGib">The greatest size.</param>
internal sealed record VolumeTypeFacts(int LeastGib, int MostGib)
{
    /// <summary>What a volume of gp3 does without being asked for more, in IOPS.</summary>
    public const int Gp3Iops = 3000;

    /// <summary>What a volume of gp3 moves without being asked for more, in MiB/s.</summary>
    public const int Gp3Throughput = 125;

    /// <summary>What a volume of gp3 moves at most, in MiB/s.</summary>
    public const int MostThroughput = 2000;

    /// <summary>MiB/s for each of the IOPS, at most.</summary>
    public const double ThroughputPerIops = 0.25;

    private static readonly VolumeTypeFacts Gp2 = new(1, 16384);
    private static readonly VolumeTypeFacts Gp3 = new(1, 65536) { Iops = (3000, 80000), IopsPerGib = 500 };
    private static readonly VolumeTypeFacts Io1 = new(4, 16384) { Iops = (100, 64000), IopsPerGib = 50 };
    private static readonly VolumeTypeFacts Io2 = new(4, 65536) { Iops = (100, 256000), IopsPerGib = 1000 };
    private static readonly VolumeTypeFacts Cold = new(125, 16384) { Boots = false };
    private static readonly VolumeTypeFacts Standard = new(1, 1024);

    /// <summary>The least and the most IOPS that can be provisioned; null where none can.</summary>
    public (int Least, int Most)? Iops { get; init; }

    /// <summary>IOPS for each GiB, at most.</summary>
    public int IopsPerGib { get; init; }

    /// <summary>Whether a system can boot from it.</summary>
    public bool Boots { get; init; } = true;

    /// <summary>The facts of a type.</summary>
    public static VolumeTypeFacts Of(VolumeType type) => type switch
    {
        VolumeType.Gp2 => Gp2,
        VolumeType.Gp3 => Gp3,
        VolumeType.Io1 => Io1,
        VolumeType.Io2 => Io2,
        VolumeType.St1 or VolumeType.Sc1 => Cold,
        _ => Standard,
    };

    /// <summary>What a volume of gp2 does for its size: 3 IOPS a GiB, from 100 to 16,000.</summary>
    public static int Gp2Iops(int gib) => Math.Clamp(3 * gib, 100, 16000);
}
