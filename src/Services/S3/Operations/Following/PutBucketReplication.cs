using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Says what is replicated where; what is there already stays where it is.</summary>
public sealed class PutBucketReplication : IWriteOperation<PutBucketReplicationRequest, PutBucketReplicationResult>
{
    /// <inheritdoc/>
    public PutBucketReplicationResult Run(PutBucketReplicationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Headers.RefuseOthers(("x-amz-bucket-object-lock-token", request.Token));
        var wanted = ReplicaRules.Checked(call, place, request.ReplicationConfiguration, () => call.NewId("r"));
        Follows.Sync(call, place, wanted);
        BucketRules.Put(
            call, place,
            Kept.With(place.Bucket, new GetBucketReplicationResult { ReplicationConfiguration = wanted }));
        return new();
    }
}
