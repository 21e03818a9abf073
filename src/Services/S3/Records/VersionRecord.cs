using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orrery.Contracts.Contents;
using Orrery.Services.S3.Ids;

namespace Orrery.Services.S3.Records;

/// <summary>One version of an object, or a delete marker.</summary>
public sealed record VersionRecord
{
    /// <summary>The id of versions that were made without versioning.</summary>
    public const string NullId = "null";

    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>Its age among the versions of its key: the newest comes first.</summary>
    public required string Order { get; init; }

    /// <summary>The version id as clients see it.</summary>
    public required string VersionId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether it is a delete marker.</summary>
    public bool IsMarker { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string Owner { get; init; }

    /// <summary>The number of bytes.</summary>
    public long Size { get; init; }

    /// <summary>The ETag, in quotes.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Its bytes, where they are one run; null where there are none or many.</summary>
    public ContentId? Content { get; init; }

    /// <summary>The list of its runs of bytes, or null.</summary>
    public ManifestId? Manifest { get; init; }

    /// <summary>How many parts it was uploaded in; null where it was put at once.</summary>
    public int? Parts { get; init; }

    /// <summary>The checksum that is kept with it, or null.</summary>
    public ChecksumRecord? Checksum { get; init; }

    /// <summary>What its answers say of it.</summary>
    public HeaderRecord Headers { get; init; } = HeaderRecord.None;

    /// <summary>Its tags, or null.</summary>
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>Its storage class, as AWS writes it.</summary>
    public string StorageClass { get; init; } = "STANDARD";

    /// <summary>Since when it is in that class; null where it was made in it.</summary>
    public DateTimeOffset? ClassSince { get; init; }

    /// <summary>When it was last read; kept of INTELLIGENT_TIERING only, and null before.</summary>
    public DateTimeOffset? Accessed { get; init; }

    /// <summary>The tier of INTELLIGENT_TIERING in which it is counted, as AWS writes it; null where it is counted in
    /// that of what is read.</summary>
    public string? Tier { get; init; }

    /// <summary>How it is encrypted.</summary>
    public EncryptionRecord? Encryption { get; init; }

    /// <summary>Its access control list; null where its owner alone has everything.</summary>
    public AclRecord? Acl { get; init; }

    /// <summary>Until when it is kept, or null.</summary>
    public RetentionRecord? Retention { get; init; }

    /// <summary>Whether it is under a legal hold; null where nothing was said of one.</summary>
    public bool? HasLegalHold { get; init; }

    /// <summary>The copy that was asked for of an archived version, or null.</summary>
    public RestoreRecord? Restore { get; init; }

    /// <summary>How it is replicated: PENDING, COMPLETED, FAILED, REPLICA or null.</summary>
    public string? Replication { get; init; }

    /// <summary>How what was changed of a replica goes back to its source: PENDING, FAILED or null.</summary>
    public string? ReplicaSync { get; init; }

    /// <summary>What it says of its replication.</summary>
    [JsonIgnore]
    public string? ReplicationShown => ReplicaSync ?? Replication;

    /// <summary>Its place among current objects.</summary>
    [JsonIgnore]
    public ObjectKey Place => KeyText.Object(Bucket, Key);

    /// <summary>Its place among versions.</summary>
    [JsonIgnore]
    public VersionKey VersionPlace => KeyText.Version(Bucket, Key, Order);

    /// <summary>Whether it is the version that has no id.</summary>
    [JsonIgnore]
    public bool IsNull => VersionId == NullId;
}
