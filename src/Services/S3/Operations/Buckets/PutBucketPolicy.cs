using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Keeps a bucket policy; a public one only where that is not blocked.</summary>
public sealed class PutBucketPolicy : IWriteOperation<PutBucketPolicyRequest, PutBucketPolicyResult>
{
    /// <inheritdoc/>
    public PutBucketPolicyResult Run(PutBucketPolicyRequest request, Call call)
    {
        var policy = PolicyTexts.Checked(request.Policy);
        BucketRules.Change(call, request.Bucket, request.ExpectedBucketOwner, bucket =>
            bucket.PublicAccess is { BlockPublicPolicy: true } && PublicPolicies.IsPublic(policy)
                ? throw Errors.AccessDenied()
                : bucket with { Policy = policy });
        return new();
    }
}
