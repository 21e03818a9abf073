using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A volume of an image's instances.</summary>
public sealed record ImageDeviceRecord
{
    /// <summary>For example /dev/xvda.</summary>
    public required string Device { get; init; }

    /// <summary>The name of an instance store, for example ephemeral0; null for a volume.</summary>
    public string? VirtualName { get; init; }

    /// <summary>The snapshot; null for an empty volume, or where the catalogue names none.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>In GiB.</summary>
    public int Size { get; init; }

    /// <summary>For example gp3.</summary>
    public VolumeType Type { get; init; } = VolumeType.Gp2;

    /// <summary>Provisioned.</summary>
    public int? Iops { get; init; }

    /// <summary>In MiB/s.</summary>
    public int? Throughput { get; init; }

    /// <summary>Whether it goes with the instance.</summary>
    public bool DeleteOnTermination { get; init; } = true;

    /// <summary>Whether it is encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The bytes in it at first, where it comes of no snapshot.</summary>
    public long FirstBytes { get; init; }
}
