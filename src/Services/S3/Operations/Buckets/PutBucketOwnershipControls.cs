using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Says who owns the objects of a bucket.</summary>
public sealed class PutBucketOwnershipControls
    : IWriteOperation<PutBucketOwnershipControlsRequest, PutBucketOwnershipControlsResult>
{
    /// <inheritdoc/>
    public PutBucketOwnershipControlsResult Run(PutBucketOwnershipControlsRequest request, Call call)
    {
        if (request.OwnershipControls?.Rules is not [{ ObjectOwnership: { } ownership }]) throw Errors.Malformed();
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            bucket => bucket with { Ownership = ownership.ToWire() });
        return new();
    }
}
