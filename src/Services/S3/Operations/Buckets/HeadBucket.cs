using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Says whether a bucket is there and where.</summary>
public sealed class HeadBucket : IReadOperation<HeadBucketRequest, HeadBucketResult>
{
    /// <inheritdoc/>
    public HeadBucketResult Run(HeadBucketRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new() { BucketRegion = place.Scope.Region, AccessPointAlias = PointNames.IsAlias(request.Bucket ?? "") };
    }
}
