using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Tells who is granted what: the owner of the bucket everything.</summary>
public sealed class GetObjectAcl : IReadOperation<GetObjectAclRequest, GetObjectAclResult>
{
    /// <inheritdoc/>
    public GetObjectAclResult Run(GetObjectAclRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Reading.Get(call, place, Keys.Checked(request.Key), request.VersionId);
        return new() { Owner = Owners.Of(place.Scope.Account), Grants = Owners.Grants(place.Scope.Account) };
    }
}
