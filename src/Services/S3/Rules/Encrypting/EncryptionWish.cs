namespace Orrery.Services.S3.Rules.Encrypting;

/// <summary>How a request wants an object to be encrypted.</summary>
internal sealed record EncryptionWish
{
    /// <summary>x-amz-server-side-encryption, or null for the bucket's default.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The KMS key, or null.</summary>
    public string? KeyId { get; init; }

    /// <summary>The encryption context in Base64, or null.</summary>
    public string? Context { get; init; }

    /// <summary>Whether a bucket key is to be used; null for what the bucket says.</summary>
    public bool? BucketKey { get; init; }

    /// <summary>The customer's key.</summary>
    public CustomerKey Customer { get; init; }
}
