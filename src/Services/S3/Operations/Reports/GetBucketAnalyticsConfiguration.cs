using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Tells an analytics configuration of a bucket.</summary>
public sealed class GetBucketAnalyticsConfiguration
    : IReadOperation<GetBucketAnalyticsConfigurationRequest, GetBucketAnalyticsConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketAnalyticsConfigurationResult Run(GetBucketAnalyticsConfigurationRequest request, ReadCall call) =>
        ManySettings.Get<GetBucketAnalyticsConfigurationResult>(
            BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner), request.Id);
}
