using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Replicates nothing any more.</summary>
public sealed class DeleteBucketReplication
    : IWriteOperation<DeleteBucketReplicationRequest, DeleteBucketReplicationResult>
{
    /// <inheritdoc/>
    public DeleteBucketReplicationResult Run(DeleteBucketReplicationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Follows.Sync(call, place, null);
        BucketRules.Put(call, place, Kept.Without<GetBucketReplicationResult>(place.Bucket));
        return new();
    }
}
