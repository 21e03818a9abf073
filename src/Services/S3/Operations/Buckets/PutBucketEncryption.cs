using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Says how objects are encrypted that say nothing themselves.</summary>
public sealed class PutBucketEncryption : IWriteOperation<PutBucketEncryptionRequest, PutBucketEncryptionResult>
{
    /// <inheritdoc/>
    public PutBucketEncryptionResult Run(PutBucketEncryptionRequest request, Call call)
    {
        if (request.ServerSideEncryptionConfiguration?.Rules is not [var rule]) throw Errors.Malformed();
        var standard = rule.ApplyServerSideEncryptionByDefault;
        if (standard?.SSEAlgorithm is { } algorithm and not ServerSideEncryption.Aes256)
            throw Errors.NotServed($"the default encryption {algorithm.ToWire()}");
        if (standard?.KMSMasterKeyID is not null) throw Errors.InvalidArgument(
            "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse");
        var encryption = EncryptionRecord.Standard with { HasBucketKey = rule.BucketKeyEnabled ?? false };
        var blocked = rule.BlockedEncryptionTypes?.EncryptionType?.Select(static type => type.ToWire()).ToList();
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            bucket => bucket with { Encryption = encryption, BlockedEncryption = blocked });
        return new();
    }
}
