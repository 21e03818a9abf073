using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Records;

/// <summary>
/// One version of a key's material. The bytes are an array, which a record does not print: so they stand in no text
/// that is made of one.
/// </summary>
internal sealed record MaterialRecord
{
    /// <summary>Key and version, so that they are listed in order.</summary>
    public KmsKey Id => IdOf(KeyId, Version);

    /// <summary>The id of the key.</summary>
    public required string KeyId { get; init; }

    /// <summary>Which version it is, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What KMS calls it: 64 hexadecimal digits.</summary>
    public required string MaterialId { get; init; }

    /// <summary>The secret: raw for AES and HMAC, PKCS #8 for others; null after it was deleted.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Whether it encrypts, only decrypts, or waits.</summary>
    public required KeyMaterialState State { get; init; }

    /// <summary>When it became the current one.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What made it the current one; null for the first.</summary>
    public RotationType? Rotation { get; init; }

    /// <summary>What was said of it when it was imported.</summary>
    public string? Description { get; init; }

    /// <summary>Until when it may be used, where it was imported so.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The key of a row.</summary>
    public static KmsKey IdOf(string keyId, int version) => new($"{keyId}/{version:D6}");
}
