using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells how objects are encrypted that say nothing themselves.</summary>
public sealed class GetBucketEncryption : IReadOperation<GetBucketEncryptionRequest, GetBucketEncryptionResult>
{
    /// <inheritdoc/>
    public GetBucketEncryptionResult Run(GetBucketEncryptionRequest request, ReadCall call)
    {
        var bucket = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner).Bucket;
        var rule = new ServerSideEncryptionRule
        {
            ApplyServerSideEncryptionByDefault = new()
            {
                SSEAlgorithm = ServerSideEncryptionWire.Parse(bucket.Encryption.Algorithm),
                KMSMasterKeyID = bucket.Encryption.KeyId,
            },
            BucketKeyEnabled = bucket.Encryption.HasBucketKey,
            BlockedEncryptionTypes = bucket.BlockedEncryption is { } blocked
                ? new() { EncryptionType = [.. blocked.Select(static type => EncryptionTypeWire.Parse(type)!.Value)] }
                : null,
        };
        return new() { ServerSideEncryptionConfiguration = new() { Rules = [rule] } };
    }
}
