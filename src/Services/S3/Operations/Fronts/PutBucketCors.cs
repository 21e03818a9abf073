using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Origins;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Says which other origins browsers may come from. Source: Amazon S3 API Reference, PutBucketCors.</summary>
public sealed class PutBucketCors : IWriteOperation<PutBucketCorsRequest, PutBucketCorsResult>
{
    /// <inheritdoc/>
    public PutBucketCorsResult Run(PutBucketCorsRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var rules = OriginRules.Checked(request.CORSConfiguration?.CORSRules);
        BucketRules.Put(call, place, Kept.With(place.Bucket, new GetBucketCorsResult { CORSRules = rules }));
        return new();
    }
}
