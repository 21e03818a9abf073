using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Tells who is granted what of an object.</summary>
public sealed class GetObjectAcl : IReadOperation<GetObjectAclRequest, GetObjectAclResult>
{
    /// <inheritdoc/>
    public GetObjectAclResult Run(GetObjectAclRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        return new() { Owner = Owners.Of(version.Owner), Grants = Acls.View(version.Acl, version.Owner) };
    }
}
