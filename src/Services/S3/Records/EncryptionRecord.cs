namespace Orrery.Services.S3.Records;

/// <summary>How something is encrypted.</summary>
/// <param name="Algorithm">As AWS writes it, for example <c>AES256</c>.</param>
/// <param name="KeyId">The KMS key, or null.</param>
/// <param name="HasBucketKey">Whether a bucket key spares calls of KMS.</param>
public sealed record EncryptionRecord(string Algorithm, string? KeyId = null, bool HasBucketKey = false)
{
    /// <summary>SSE-S3: what buckets have unless told otherwise. Source: S3 user guide, "Default encryption".</summary>
    public static EncryptionRecord Standard { get; } = new("AES256");
}
