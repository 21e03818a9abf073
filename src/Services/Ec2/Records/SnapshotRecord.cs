using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A snapshot of a volume.</summary>
public sealed record SnapshotRecord
{
    /// <summary>The id.</summary>
    public required SnapshotId Id { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string OwnerId { get; init; }

    /// <summary>
    /// What it has in common with the snapshots that it shares blocks with: the volume that they were all taken of,
    /// first or last, and the key if a copy has another one.
    /// </summary>
    public required string Lineage { get; init; }

    /// <summary>The set that it was taken in, if several volumes of an instance were.</summary>
    public string? SetId { get; init; }

    /// <summary>Its volume; that of a copy is <c>vol-ffffffff</c>.</summary>
    public required string VolumeId { get; init; }

    /// <summary>The size of the volume, in GiB.</summary>
    public required int VolumeSize { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it is encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The ARN of the key, where it is encrypted.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Pending, completed, or error.</summary>
    public SnapshotState State { get; init; } = SnapshotState.Pending;

    /// <summary>What went wrong.</summary>
    public string? StateMessage { get; init; }

    /// <summary>Whether it goes away as soon as it is not pending any more.</summary>
    public bool Deleting { get; init; }

    /// <summary>As of when the volume is kept.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When all of it will be there.</summary>
    public required DateTimeOffset DueTime { get; init; }

    /// <summary>When all of it was there.</summary>
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>Minutes within which a copy was ordered to be there; null for no order.</summary>
    public int? CompletionMinutes { get; init; }

    /// <summary>The bytes in all of its blocks.</summary>
    public required long FullBytes { get; init; }

    /// <summary>Bytes ever written to the volume by then: what tells it from others.</summary>
    public required long WrittenBytes { get; init; }

    /// <summary>The snapshot that it was copied from.</summary>
    public string? SourceSnapshotId { get; init; }

    /// <summary>The region of that.</summary>
    public string? SourceRegion { get; init; }

    /// <summary>The account that owns that.</summary>
    public string? SourceOwner { get; init; }

    /// <summary>The accounts that may make volumes of it, besides its own.</summary>
    public ImmutableSortedSet<string> Users { get; init; } = [];

    /// <summary>Whether everybody may.</summary>
    public bool IsPublic { get; init; }
}
