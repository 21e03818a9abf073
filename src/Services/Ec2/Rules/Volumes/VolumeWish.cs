using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>What a request says of a volume that is to be made.</summary>
internal sealed record VolumeWish
{
    /// <summary>Its type; gp2 without.</summary>
    public VolumeType? Type { get; init; }

    /// <summary>In GiB; that of the snapshot without.</summary>
    public int? Size { get; init; }

    /// <summary>Provisioned.</summary>
    public int? Iops { get; init; }

    /// <summary>In MiB/s.</summary>
    public int? Throughput { get; init; }

    /// <summary>Whether several instances may have it.</summary>
    public bool MultiAttach { get; init; }

    /// <summary>What it is made of.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Whether an image says so: who may launch that needs no permission for its snapshots.</summary>
    public bool OfImage { get; init; }

    /// <summary>Whether it is to be encrypted.</summary>
    public bool? Encrypted { get; init; }

    /// <summary>With which key.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>MiB/s at which its blocks come.</summary>
    public int? InitializationRate { get; init; }

    /// <summary>The bytes in it at first, where it is made of no snapshot.</summary>
    public long FirstBytes { get; init; }
}
