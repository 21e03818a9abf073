using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Removes the tags of an object.</summary>
public sealed class DeleteObjectTagging : IWriteOperation<DeleteObjectTaggingRequest, DeleteObjectTaggingResult>
{
    /// <inheritdoc/>
    public DeleteObjectTaggingResult Run(DeleteObjectTaggingRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        var changed = version with { Tags = null };
        Versions.Change(call, place, changed);
        Replicas.Changed(call, place, changed);
        Notices.Tell(call, place, changed, Notice.Untagged);
        return new() { VersionId = Writing.ShownId(place, version) };
    }
}
