using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Lets browsers come from no other origin.</summary>
public sealed class DeleteBucketCors : IWriteOperation<DeleteBucketCorsRequest, DeleteBucketCorsResult>
{
    /// <inheritdoc/>
    public DeleteBucketCorsResult Run(DeleteBucketCorsRequest request, Call call)
    {
        BucketRules.Change(
            call, request.Bucket, request.ExpectedBucketOwner,
            static bucket => Kept.Without<GetBucketCorsResult>(bucket));
        return new();
    }
}
