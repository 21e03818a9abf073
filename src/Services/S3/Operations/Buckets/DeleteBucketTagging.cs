using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Removes the tags of a bucket.</summary>
public sealed class DeleteBucketTagging : IWriteOperation<DeleteBucketTaggingRequest, DeleteBucketTaggingResult>
{
    /// <inheritdoc/>
    public DeleteBucketTaggingResult Run(DeleteBucketTaggingRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, bucket => bucket with { Tags = null });
        return new();
    }
}
