using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Keeps a bucket policy; a public one only where that is not blocked.</summary>
public sealed class PutBucketPolicy : IWriteOperation<PutBucketPolicyRequest, PutBucketPolicyResult>
{
    /// <inheritdoc/>
    public PutBucketPolicyResult Run(PutBucketPolicyRequest request, Call call)
    {
        var place = BucketRules.Own(call, request.Bucket, request.ExpectedBucketOwner);
        var policy = PolicyTexts.Checked(call, request.Policy, place);
        if (Blocks.Of(call, place).BlockPublicPolicy && PublicPolicies.IsPublic(policy)) throw Errors.AccessDenied();
        BucketRules.Put(call, place, place.Bucket with { Policy = policy });
        return new();
    }
}
