using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells which origins browsers may come from: none, as nothing here sets it yet.</summary>
public sealed class GetBucketCors : IReadOperation<GetBucketCorsRequest, GetBucketCorsResult>
{
    /// <inheritdoc/>
    public GetBucketCorsResult Run(GetBucketCorsRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        throw Errors.NotFound(
            "NoSuchCORSConfiguration", "The CORS configuration does not exist");
    }
}
