using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Minimal.</summary>
public sealed class DeleteBucketLifecycle : IWriteOperation<DeleteBucketLifecycleRequest, DeleteBucketLifecycleResult>
{
    /// <inheritdoc/>
    public DeleteBucketLifecycleResult Run(DeleteBucketLifecycleRequest request, Call call) => throw Errors.Malformed();
}
