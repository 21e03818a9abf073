using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells where objects are copied to: none, as nothing here sets it yet.</summary>
public sealed class GetBucketReplication : IReadOperation<GetBucketReplicationRequest, GetBucketReplicationResult>
{
    /// <inheritdoc/>
    public GetBucketReplicationResult Run(GetBucketReplicationRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        throw Errors.NotFound(
            "ReplicationConfigurationNotFoundError", "The replication configuration was not found");
    }
}
