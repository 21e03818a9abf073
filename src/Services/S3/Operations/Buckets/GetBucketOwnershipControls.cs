using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells who owns the objects of a bucket.</summary>
public sealed class GetBucketOwnershipControls
    : IReadOperation<GetBucketOwnershipControlsRequest, GetBucketOwnershipControlsResult>
{
    /// <inheritdoc/>
    public GetBucketOwnershipControlsResult Run(GetBucketOwnershipControlsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (ObjectOwnershipWire.Parse(place.Bucket.Ownership) is not { } ownership)
            throw Errors.NotFound("OwnershipControlsNotFoundError", "The bucket ownership controls were not found");
        return new() { OwnershipControls = new() { Rules = [new() { ObjectOwnership = ownership }] } };
    }
}
