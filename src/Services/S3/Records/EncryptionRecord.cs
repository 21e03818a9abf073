namespace Orrery.Services.S3.Records;

/// <summary>How something is encrypted.</summary>
/// <param name="Algorithm">As AWS writes it, for example <c>AES256</c>.</param>
/// <param name="KeyId">The KMS key: of an object its ARN, of a bucket as it was sent; or null.</param>
/// <param name="HasBucketKey">Whether a bucket key spares calls of KMS.</param>
public sealed record EncryptionRecord(string Algorithm, string? KeyId = null, bool HasBucketKey = false)
{
    /// <summary>SSE-S3: what buckets have unless told otherwise. Source: S3 user guide, "Default encryption".</summary>
    public static EncryptionRecord Standard { get; } = new("AES256");

    /// <summary>The data key of an object, encrypted by KMS; null where KMS does not encrypt it.</summary>
    public byte[]? DataKey { get; init; }

    /// <summary>The encryption context that the client added, in Base64 as sent, or null.</summary>
    public string? Context { get; init; }

    /// <summary>By what a customer's key is known again: a hash of it with <see cref="Salt"/>; null where there is
    /// none. The key itself is never kept.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>What the hash of a customer's key is salted with, or null.</summary>
    public string? Salt { get; init; }
}
