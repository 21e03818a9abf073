using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Tells which other origins browsers may come from.</summary>
public sealed class GetBucketCors : IReadOperation<GetBucketCorsRequest, GetBucketCorsResult>
{
    /// <inheritdoc/>
    public GetBucketCorsResult Run(GetBucketCorsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketCorsResult>(place.Bucket)
            ?? throw Errors.NotFound("NoSuchCORSConfiguration", "The CORS configuration does not exist");
    }
}
