using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Removes the bucket policy.</summary>
public sealed class DeleteBucketPolicy : IWriteOperation<DeleteBucketPolicyRequest, DeleteBucketPolicyResult>
{
    /// <inheritdoc/>
    public DeleteBucketPolicyResult Run(DeleteBucketPolicyRequest request, Call call)
    {
        var place = BucketRules.Own(call, request.Bucket, request.ExpectedBucketOwner);
        BucketRules.Put(call, place, place.Bucket with { Policy = null });
        return new();
    }
}
