using System.Collections.Immutable;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>A bucket.</summary>
public sealed record BucketRecord
{
    /// <summary>Its name.</summary>
    public required BucketName Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether versions are kept.</summary>
    public Versioning Versioning { get; init; }

    /// <summary>Its tags; null where it has no tag set.</summary>
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>Who owns objects, as AWS writes it; null where the controls were deleted.</summary>
    public string? Ownership { get; init; }

    /// <summary>What of public access is blocked; null where the configuration was deleted.</summary>
    public PublicAccess? PublicAccess { get; init; }

    /// <summary>How objects are encrypted that say nothing themselves.</summary>
    public EncryptionRecord Encryption { get; init; } = EncryptionRecord.Standard;

    /// <summary>Kinds of encryption that are refused, as AWS writes them; null where nothing was said.</summary>
    public IReadOnlyList<string>? BlockedEncryption { get; init; }

    /// <summary>The bucket policy as it was sent; null where there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>Its access control list; null where the owner alone has everything.</summary>
    public AclRecord? Acl { get; init; }

    /// <summary>Whether its objects can be locked, and how they are by default; null where they cannot.</summary>
    public LockRecord? Lock { get; init; }

    /// <summary>Its other configurations as JSON, by the operation that tells them and an id (<c>Rules/Kept.cs</c>).
    /// </summary>
    public ImmutableSortedDictionary<string, string>? Settings { get; init; }

    /// <summary>Since when requests are logged; null where they are not.</summary>
    public DateTimeOffset? LoggedSince { get; init; }

    /// <summary>How its objects age; null where nothing was said.</summary>
    public LifecycleRecord? Lifecycle { get; init; }
}
