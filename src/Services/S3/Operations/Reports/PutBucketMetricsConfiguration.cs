using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Sets a metrics configuration of a bucket.</summary>
public sealed class PutBucketMetricsConfiguration
    : IWriteOperation<PutBucketMetricsConfigurationRequest, PutBucketMetricsConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketMetricsConfigurationResult Run(PutBucketMetricsConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wanted = MetricsRules.Checked(request.Id, request.MetricsConfiguration);
        ManySettings.Put(
            call, place, wanted.Id!, new GetBucketMetricsConfigurationResult { MetricsConfiguration = wanted });
        return new();
    }
}
