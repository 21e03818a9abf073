using Orrery.Contracts.Stores;
using Orrery.Kernel.State;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Origins;
using Orrery.Services.S3.Rules.Points;
using Orrery.Services.S3.Rules.Sites;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Ports;

/// <summary>What buckets say to browsers.</summary>
internal sealed class StoreFront : IStoreFront
{
    /// <inheritdoc/>
    public CrossOriginAnswer? Answer(ReadCall call, string bucket, CrossOrigin asked)
    {
        if (PlaceOf(call, PointRules.BucketOf(call, bucket)) is not { } place) return null;
        return Kept.Find<GetBucketCorsResult>(place.Bucket)?.CORSRules is { } rules
            ? new(true, OriginRules.Answer(rules, asked))
            : new(false, null);
    }

    /// <inheritdoc/>
    public SiteStep? Begin(ReadCall call, SiteRequest request)
    {
        var place = PlaceOf(call, request.Bucket) ?? throw Errors.NoSuchBucket(request.Bucket);
        return Kept.Find<GetBucketWebsiteResult>(place.Bucket) is { } site ? SiteRules.Begin(site, request) : null;
    }

    /// <inheritdoc/>
    public SiteStep? Mend(ReadCall call, SiteRequest request, int status) =>
        PlaceOf(call, request.Bucket) is { } place && Kept.Find<GetBucketWebsiteResult>(place.Bucket) is { } site
            ? SiteRules.Mend(call, place, site, request, status)
            : null;

    private static Place? PlaceOf(ReadCall call, string bucket)
    {
        if (BucketRules.NameOf(call, bucket) is not { } owner) return null;
        var scope = new Scope(owner.Account, owner.Region);
        return call.Read(Tables.Buckets, scope).Find(owner.Name) is { } found ? new(scope, found) : null;
    }
}
