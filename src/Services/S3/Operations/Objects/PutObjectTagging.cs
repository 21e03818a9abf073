using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Replaces the tags of an object.</summary>
public sealed class PutObjectTagging : IWriteOperation<PutObjectTaggingRequest, PutObjectTaggingResult>
{
    /// <inheritdoc/>
    public PutObjectTaggingResult Run(PutObjectTaggingRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        Versions.Change(call, place, version with { Tags = Tags.OfObject(request.Tagging?.TagSet) });
        return new() { VersionId = Writing.ShownId(place, version) };
    }
}
