using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells who is granted what: the owner everything, which no operation here changes yet.</summary>
public sealed class GetBucketAcl : IReadOperation<GetBucketAclRequest, GetBucketAclResult>
{
    /// <inheritdoc/>
    public GetBucketAclResult Run(GetBucketAclRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new() { Owner = Owners.Of(place.Scope.Account), Grants = Owners.Grants(place.Scope.Account) };
    }
}
