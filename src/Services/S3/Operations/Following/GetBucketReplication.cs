using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Tells what is replicated where.</summary>
public sealed class GetBucketReplication : IReadOperation<GetBucketReplicationRequest, GetBucketReplicationResult>
{
    /// <inheritdoc/>
    public GetBucketReplicationResult Run(GetBucketReplicationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketReplicationResult>(place.Bucket) ?? throw Errors.NotFound(
            "ReplicationConfigurationNotFoundError", "The replication configuration was not found");
    }
}
