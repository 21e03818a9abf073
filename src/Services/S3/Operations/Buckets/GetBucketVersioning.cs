using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells whether a bucket keeps versions; nothing where it never did.</summary>
public sealed class GetBucketVersioning : IReadOperation<GetBucketVersioningRequest, GetBucketVersioningResult>
{
    /// <inheritdoc/>
    public GetBucketVersioningResult Run(GetBucketVersioningRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new()
        {
            Status = place.Bucket.Versioning switch
            {
                Versioning.Enabled => BucketVersioningStatus.Enabled,
                Versioning.Suspended => BucketVersioningStatus.Suspended,
                _ => null,
            },
        };
    }
}
