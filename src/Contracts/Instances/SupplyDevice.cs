namespace Orrery.Contracts.Instances;

/// <summary>A volume that an instance is launched with.</summary>
public sealed record SupplyDevice
{
    /// <summary>Its name, for example <c>/dev/sdb</c>.</summary>
    public required string Name { get; init; }

    /// <summary>An instance store volume: <c>ephemeral0</c>.</summary>
    public string? VirtualName { get; init; }

    /// <summary>Whether the image's device of this name is left out.</summary>
    public bool? IsAbsent { get; init; }

    /// <summary>The snapshot that it is made of.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Its size in GiB.</summary>
    public int? Size { get; init; }

    /// <summary>For example <c>gp3</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it goes with the instance.</summary>
    public bool? DeleteOnTermination { get; init; }

    /// <summary>Its operations a second.</summary>
    public int? Iops { get; init; }

    /// <summary>Whether it is encrypted.</summary>
    public bool? Encrypted { get; init; }

    /// <summary>Its throughput in MiB a second.</summary>
    public int? Throughput { get; init; }
}
