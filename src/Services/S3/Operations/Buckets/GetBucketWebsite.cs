using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells how a bucket is a website: none, as nothing here sets it yet.</summary>
public sealed class GetBucketWebsite : IReadOperation<GetBucketWebsiteRequest, GetBucketWebsiteResult>
{
    /// <inheritdoc/>
    public GetBucketWebsiteResult Run(GetBucketWebsiteRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        throw Errors.NotFound(
            "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration");
    }
}
