using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Tells a metrics configuration of a bucket.</summary>
public sealed class GetBucketMetricsConfiguration
    : IReadOperation<GetBucketMetricsConfigurationRequest, GetBucketMetricsConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketMetricsConfigurationResult Run(GetBucketMetricsConfigurationRequest request, ReadCall call) =>
        ManySettings.Get<GetBucketMetricsConfigurationResult>(
            BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner), request.Id);
}
