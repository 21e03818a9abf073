using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Gives the bucket policy as it was sent.</summary>
public sealed class GetBucketPolicy : IReadOperation<GetBucketPolicyRequest, GetBucketPolicyResult>
{
    /// <inheritdoc/>
    public GetBucketPolicyResult Run(GetBucketPolicyRequest request, ReadCall call)
    {
        var place = BucketRules.Own(call, request.Bucket, request.ExpectedBucketOwner);
        return place.Bucket.Policy is { } policy
            ? new() { Policy = policy }
            : throw Errors.NotFound("NoSuchBucketPolicy", "The bucket policy does not exist");
    }
}
