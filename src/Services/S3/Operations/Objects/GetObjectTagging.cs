using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Tells the tags of an object.</summary>
public sealed class GetObjectTagging : IReadOperation<GetObjectTaggingRequest, GetObjectTaggingResult>
{
    /// <inheritdoc/>
    public GetObjectTaggingResult Run(GetObjectTaggingRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        return new() { TagSet = Tags.View(version.Tags), VersionId = Writing.ShownId(place, version) };
    }
}
