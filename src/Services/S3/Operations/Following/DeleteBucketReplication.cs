using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Replicates nothing any more.</summary>
public sealed class DeleteBucketReplication
    : IWriteOperation<DeleteBucketReplicationRequest, DeleteBucketReplicationResult>
{
    /// <inheritdoc/>
    public DeleteBucketReplicationResult Run(DeleteBucketReplicationRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            static bucket => Kept.Without<GetBucketReplicationResult>(bucket));
        return new();
    }
}
