using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells who is granted what of a bucket.</summary>
public sealed class GetBucketAcl : IReadOperation<GetBucketAclRequest, GetBucketAclResult>
{
    /// <inheritdoc/>
    public GetBucketAclResult Run(GetBucketAclRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var owner = place.Scope.Account;
        return new() { Owner = Owners.Of(owner), Grants = Acls.View(place.Bucket.Acl, owner) };
    }
}
