using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells the tags of a bucket.</summary>
public sealed class GetBucketTagging : IReadOperation<GetBucketTaggingRequest, GetBucketTaggingResult>
{
    /// <inheritdoc/>
    public GetBucketTaggingResult Run(GetBucketTaggingRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return place.Bucket.Tags is { Count: > 0 } tags
            ? new() { TagSet = Tags.View(tags) }
            : throw Errors.NotFound("NoSuchTagSet", "The TagSet does not exist");
    }
}
