using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Says what of public access is blocked.</summary>
public sealed class PutPublicAccessBlock : IWriteOperation<PutPublicAccessBlockRequest, PutPublicAccessBlockResult>
{
    /// <inheritdoc/>
    public PutPublicAccessBlockResult Run(PutPublicAccessBlockRequest request, Call call)
    {
        var sent = request.PublicAccessBlockConfiguration ?? throw Errors.Malformed();
        var block = new PublicAccess(
            sent.BlockPublicAcls ?? false, sent.IgnorePublicAcls ?? false,
            sent.BlockPublicPolicy ?? false, sent.RestrictPublicBuckets ?? false);
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner, bucket => bucket with { PublicAccess = block });
        return new();
    }
}
