using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Records;

/// <summary>A KMS key, without its material.</summary>
internal sealed record KeyRecord
{
    /// <summary>The id: a UUID, or <c>mrk-</c> and 32 digits.</summary>
    public required KmsKey Id { get; init; }

    /// <summary>What kind of key it is.</summary>
    public required KeySpec Spec { get; init; }

    /// <summary>What it is for.</summary>
    public required KeyUsageType Usage { get; init; }

    /// <summary>Where its material comes from.</summary>
    public required OriginType Origin { get; init; }

    /// <summary>Whose it is.</summary>
    public required KeyManagerType Manager { get; init; }

    /// <summary>The service of an AWS managed key.</summary>
    public string? Service { get; init; }

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its state.</summary>
    public required KeyState State { get; init; }

    /// <summary>The key policy, as it was given.</summary>
    public required string Policy { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>When it is deleted.</summary>
    public DateTimeOffset? DeletionAt { get; init; }

    /// <summary>How long it waits for that, in days.</summary>
    public int? WindowDays { get; init; }

    /// <summary>Every how many days its material is rotated; null where it is not.</summary>
    public int? RotationDays { get; init; }

    /// <summary>When it is rotated next.</summary>
    public DateTimeOffset? NextRotation { get; init; }

    /// <summary>How often it was rotated on demand.</summary>
    public int Demanded { get; init; }

    /// <summary>The region of the primary key; null where it is no multi-Region key.</summary>
    public string? PrimaryRegion { get; init; }

    /// <summary>The regions of the replicas; kept with the primary key.</summary>
    public IReadOnlyList<string> Replicas { get; init; } = [];
}
