using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Deletes an object or one of its versions. Source: Amazon S3 API Reference, DeleteObject.</summary>
public sealed class DeleteObject : IWriteOperation<DeleteObjectRequest, DeleteObjectResult>
{
    /// <inheritdoc/>
    public DeleteObjectResult Run(DeleteObjectRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Headers.RefuseOthers(
            ("MFA delete", request.MFA), ("x-amz-if-match-last-modified-time", request.IfMatchLastModifiedTime),
            ("x-amz-if-match-size", request.IfMatchSize));
        var outcome = Deleting.Run(call, place, Keys.Checked(request.Key), request.VersionId, new(
            request, request.IfMatch, request.BypassGovernanceRetention is true));
        return new()
        {
            DeleteMarker = outcome.Marker is null ? null : true,
            VersionId = outcome.VersionId ?? outcome.Marker?.VersionId,
        };
    }
}
