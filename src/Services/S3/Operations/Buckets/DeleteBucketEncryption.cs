using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Encrypts objects in the standard way again.</summary>
public sealed class DeleteBucketEncryption
    : IWriteOperation<DeleteBucketEncryptionRequest, DeleteBucketEncryptionResult>
{
    /// <inheritdoc/>
    public DeleteBucketEncryptionResult Run(DeleteBucketEncryptionRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            bucket => bucket with { Encryption = EncryptionRecord.Standard, BlockedEncryption = null });
        return new();
    }
}
