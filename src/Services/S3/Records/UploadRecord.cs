using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orrery.Services.S3.Ids;
using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Records;

/// <summary>A multipart upload that was neither completed nor aborted.</summary>
public sealed record UploadRecord
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>The account that began it.</summary>
    public required string Owner { get; init; }

    /// <summary>Who began it: the ARN, or the canonical user id of an account.</summary>
    public required string Initiator { get; init; }

    /// <summary>The checksum that parts and object have.</summary>
    public DigestKind Checksum { get; init; }

    /// <summary>Whether the client chose it.</summary>
    public bool HasChosen { get; init; }

    /// <summary>Whether the object's checksum is that of the parts' checksums.</summary>
    public bool IsComposite { get; init; }

    /// <summary>What answers will say of the object.</summary>
    public HeaderRecord Headers { get; init; } = HeaderRecord.None;

    /// <summary>The object's tags, or null.</summary>
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>The object's storage class.</summary>
    public string StorageClass { get; init; } = "STANDARD";

    /// <summary>How the object is encrypted.</summary>
    public EncryptionRecord? Encryption { get; init; }

    /// <summary>Until when the object will be kept, or null.</summary>
    public RetentionRecord? Retention { get; init; }

    /// <summary>Whether the object will be under a legal hold, or null.</summary>
    public bool? HasLegalHold { get; init; }

    /// <summary>The account that the object will belong to; null for who began the upload.</summary>
    public string? ObjectOwner { get; init; }

    /// <summary>The object's access control list; null where its owner alone has everything.</summary>
    public AclRecord? Acl { get; init; }

    /// <summary>Its place.</summary>
    [JsonIgnore]
    public UploadKey Place => KeyText.Upload(Bucket, Key, Id);
}
