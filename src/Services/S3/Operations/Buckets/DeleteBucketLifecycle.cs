using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Lets objects be as old as they like.</summary>
public sealed class DeleteBucketLifecycle : IWriteOperation<DeleteBucketLifecycleRequest, DeleteBucketLifecycleResult>
{
    /// <inheritdoc/>
    public DeleteBucketLifecycleResult Run(DeleteBucketLifecycleRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, static bucket => bucket with { Lifecycle = null });
        return new();
    }
}
