using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells whether the bucket policy is public.</summary>
public sealed class GetBucketPolicyStatus : IReadOperation<GetBucketPolicyStatusRequest, GetBucketPolicyStatusResult>
{
    /// <inheritdoc/>
    public GetBucketPolicyStatusResult Run(GetBucketPolicyStatusRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return place.Bucket.Policy is { } policy
            ? new() { PolicyStatus = new() { IsPublic = PublicPolicies.IsPublic(policy) } }
            : throw Errors.NotFound("NoSuchBucketPolicy", "The bucket policy does not exist");
    }
}
