using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A snapshot of a volume.</summary>
public sealed record SnapshotRecord
{
    /// <summary>The id.</summary>
    public required SnapshotId Id { get; init; }

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

    /// <summary>Pending or completed.</summary>
    public SnapshotState State { get; init; } = SnapshotState.Pending;

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

    /// <summary>The bytes that had ever been written to the volume by then: what tells it from other snapshots.</summary>
    public required long WrittenBytes { get; init; }

    /// <summary>The snapshot that it was copied from.</summary>
    public string? SourceSnapshotId { get; init; }

    /// <summary>The accounts that may make volumes of it, besides its own.</summary>
    public ImmutableSortedSet<string> Users { get; init; } = [];

    /// <summary>Whether everybody may.</summary>
    public bool IsPublic { get; init; }
}
