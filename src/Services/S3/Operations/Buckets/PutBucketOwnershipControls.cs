using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
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
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var isShared = Acls.IsShared(place.Bucket.Acl, place.Scope.Account);
        if (ownership is ObjectOwnership.BucketOwnerEnforced && isShared) throw Errors.AclWithOwnership();
        BucketRules.Put(call, place, place.Bucket with { Ownership = ownership.ToWire() });
        return new();
    }
}
