using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Views;

/// <summary>An encryption as answers show it.</summary>
/// <param name="record">How the object is encrypted; null where nothing is known.</param>
/// <param name="customer">The customer's key that the request brought.</param>
internal readonly struct EncryptionView(EncryptionRecord? record, CustomerKey customer)
{
    /// <summary>The algorithm; not shown where it is a customer's key.</summary>
    public ServerSideEncryption? Algorithm =>
        record?.CustomerKey is null ? ServerSideEncryptionWire.Parse(record?.Algorithm) : null;

    /// <summary>The ARN of the KMS key.</summary>
    public string? KeyId => Kms.Is(record?.Algorithm) ? record!.KeyId : null;

    /// <summary>Whether a bucket key is used.</summary>
    public bool? HasBucketKey => record?.HasBucketKey == true ? true : null;

    /// <summary>The client's encryption context.</summary>
    public string? Context => record?.Context;

    /// <summary>The algorithm of a customer's key.</summary>
    public string? CustomerAlgorithm => record?.CustomerKey is null ? null : record.Algorithm;

    /// <summary>The MD5 of a customer's key, as the request brought it.</summary>
    public string? CustomerMd5 => record?.CustomerKey is null ? null : customer.Md5;
}
