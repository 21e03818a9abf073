using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Deletes an Intelligent-Tiering configuration of a bucket.</summary>
public sealed class DeleteBucketIntelligentTieringConfiguration
    : IWriteOperation<
        DeleteBucketIntelligentTieringConfigurationRequest, DeleteBucketIntelligentTieringConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteBucketIntelligentTieringConfigurationResult Run(
        DeleteBucketIntelligentTieringConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        LifecycleScan.Begin(
            call, ManySettings.Delete<GetBucketIntelligentTieringConfigurationResult>(call, place, request.Id));
        return new();
    }
}
