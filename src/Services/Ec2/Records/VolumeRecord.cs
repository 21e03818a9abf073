using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An EBS volume. Whether it is in use follows from its attachments.</summary>
public sealed record VolumeRecord
{
    /// <summary>The id.</summary>
    public required VolumeId Id { get; init; }

    /// <summary>In GiB.</summary>
    public required int Size { get; init; }

    /// <summary>For example gp3.</summary>
    public required VolumeType Type { get; init; }

    /// <summary>Provisioned, or what its size gives it; null for types that are not measured so.</summary>
    public int? Iops { get; init; }

    /// <summary>In MiB/s; only of gp3.</summary>
    public int? Throughput { get; init; }

    /// <summary>Whether it is encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The ARN of the key, where it is encrypted.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Whether several instances may have it.</summary>
    public bool MultiAttach { get; init; }

    /// <summary>The snapshot that it was made of.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>MiB/s at which its blocks come from the snapshot; null for the usual way.</summary>
    public int? InitializationRate { get; init; }

    /// <summary>Its zone.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The id of its zone.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Creating, available or deleting.</summary>
    public VolumeState State { get; init; } = VolumeState.Available;

    /// <summary>The instances that have it.</summary>
    public ImmutableArray<VolumeAttachmentRecord> Attachments { get; init; } = [];

    /// <summary>Whether input and output go on by themselves after the volume was found inconsistent.</summary>
    public bool AutoEnableIo { get; init; }

    /// <summary>Bytes that were in it at first: those of its snapshot.</summary>
    public long FirstBytes { get; init; }

    /// <summary>Bytes written by instances that have stopped or let it go since.</summary>
    public long WrittenBytes { get; init; }

    /// <summary>Since when what is written is not among the bytes written; null while nothing has been.</summary>
    public DateTimeOffset? WritingSince { get; init; }

    /// <summary>MiB written in an hour while its instance runs, as a tag declares it; null for the default.</summary>
    public int? WriteMibPerHour { get; init; }

    /// <summary>When instances had it, as it was then, in order of their ends; what lasts is not among them.</summary>
    public ImmutableArray<VolumeSpanRecord> Past { get; init; } = [];

    /// <summary>Since when it is as it is: what lasts began then, or when it was attached.</summary>
    public DateTimeOffset? SameSince { get; init; }
}
