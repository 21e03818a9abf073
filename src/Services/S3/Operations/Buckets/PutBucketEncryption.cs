using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Encrypting;
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
        var algorithm = standard?.SSEAlgorithm?.ToWire() ?? EncryptionRecord.Standard.Algorithm;
        if (!Kms.Is(algorithm) && algorithm != EncryptionRecord.Standard.Algorithm)
            throw Errors.NotServed($"the default encryption {algorithm}");
        if (!Kms.Is(algorithm) && standard?.KMSMasterKeyID is not null) throw Errors.InvalidArgument(
            "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse");
        var encryption = new EncryptionRecord(algorithm, standard?.KMSMasterKeyID, rule.BucketKeyEnabled ?? false);
        var blocked = rule.BlockedEncryptionTypes?.EncryptionType?.Select(static type => type.ToWire()).ToList();
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            bucket => bucket with { Encryption = encryption, BlockedEncryption = blocked });
        return new();
    }
}
