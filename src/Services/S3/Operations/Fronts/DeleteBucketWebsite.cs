using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Makes a bucket a website no more.</summary>
public sealed class DeleteBucketWebsite : IWriteOperation<DeleteBucketWebsiteRequest, DeleteBucketWebsiteResult>
{
    /// <inheritdoc/>
    public DeleteBucketWebsiteResult Run(DeleteBucketWebsiteRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            static bucket => Kept.Without<GetBucketWebsiteResult>(bucket));
        return new();
    }
}
