using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Sites;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Makes a bucket a website. Source: Amazon S3 API Reference, PutBucketWebsite.</summary>
public sealed class PutBucketWebsite : IWriteOperation<PutBucketWebsiteRequest, PutBucketWebsiteResult>
{
    /// <inheritdoc/>
    public PutBucketWebsiteResult Run(PutBucketWebsiteRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        BucketRules.Put(call, place, Kept.With(place.Bucket, SiteRules.Checked(request.WebsiteConfiguration)));
        return new();
    }
}
