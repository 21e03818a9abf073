using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Deletes a metrics configuration of a bucket.</summary>
public sealed class DeleteBucketMetricsConfiguration
    : IWriteOperation<DeleteBucketMetricsConfigurationRequest, DeleteBucketMetricsConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteBucketMetricsConfigurationResult Run(DeleteBucketMetricsConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        ManySettings.Delete<GetBucketMetricsConfigurationResult>(call, place, request.Id);
        return new();
    }
}
