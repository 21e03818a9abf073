using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Blocks no public access any more.</summary>
public sealed class DeletePublicAccessBlock
    : IWriteOperation<DeletePublicAccessBlockRequest, DeletePublicAccessBlockResult>
{
    /// <inheritdoc/>
    public DeletePublicAccessBlockResult Run(DeletePublicAccessBlockRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, bucket => bucket with { PublicAccess = null });
        return new();
    }
}
