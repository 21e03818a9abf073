using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Tells how a bucket is a website.</summary>
public sealed class GetBucketWebsite : IReadOperation<GetBucketWebsiteRequest, GetBucketWebsiteResult>
{
    /// <inheritdoc/>
    public GetBucketWebsiteResult Run(GetBucketWebsiteRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketWebsiteResult>(place.Bucket)
            ?? throw Errors.NotFound(
                "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration");
    }
}
