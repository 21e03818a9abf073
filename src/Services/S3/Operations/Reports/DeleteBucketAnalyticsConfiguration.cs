using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Deletes an analytics configuration of a bucket.</summary>
public sealed class DeleteBucketAnalyticsConfiguration
    : IWriteOperation<DeleteBucketAnalyticsConfigurationRequest, DeleteBucketAnalyticsConfigurationResult>
{
    /// <inheritdoc/>
    public DeleteBucketAnalyticsConfigurationResult Run(DeleteBucketAnalyticsConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var changed = ManySettings.Delete<GetBucketAnalyticsConfigurationResult>(call, place, request.Id);
        Analyses.Changed(call, changed, request.Id!);
        return new();
    }
}
