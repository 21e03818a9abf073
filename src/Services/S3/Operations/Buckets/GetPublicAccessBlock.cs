using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells what of public access is blocked.</summary>
public sealed class GetPublicAccessBlock : IReadOperation<GetPublicAccessBlockRequest, GetPublicAccessBlockResult>
{
    /// <inheritdoc/>
    public GetPublicAccessBlockResult Run(GetPublicAccessBlockRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (place.Bucket.PublicAccess is not { } block)
        {
            throw Errors.NotFound(
                "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
        }

        return new()
        {
            PublicAccessBlockConfiguration = new()
            {
                BlockPublicAcls = block.BlockPublicAcls,
                IgnorePublicAcls = block.IgnorePublicAcls,
                BlockPublicPolicy = block.BlockPublicPolicy,
                RestrictPublicBuckets = block.RestrictPublicBuckets,
            },
        };
    }
}
