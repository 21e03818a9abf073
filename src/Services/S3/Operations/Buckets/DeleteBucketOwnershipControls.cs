using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Removes what was said about the ownership of objects.</summary>
public sealed class DeleteBucketOwnershipControls
    : IWriteOperation<DeleteBucketOwnershipControlsRequest, DeleteBucketOwnershipControlsResult>
{
    /// <inheritdoc/>
    public DeleteBucketOwnershipControlsResult Run(DeleteBucketOwnershipControlsRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, bucket => bucket with { Ownership = null });
        return new();
    }
}
