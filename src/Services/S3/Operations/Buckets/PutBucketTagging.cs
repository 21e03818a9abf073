using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Replaces the tags of a bucket.</summary>
public sealed class PutBucketTagging : IWriteOperation<PutBucketTaggingRequest, PutBucketTaggingResult>
{
    /// <inheritdoc/>
    public PutBucketTaggingResult Run(PutBucketTaggingRequest request, Call call)
    {
        var tags = Tags.OfBucket(request.Tagging?.TagSet);
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, bucket => bucket with { Tags = tags });
        return new();
    }
}
