using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Sets an analytics configuration of a bucket.</summary>
public sealed class PutBucketAnalyticsConfiguration
    : IWriteOperation<PutBucketAnalyticsConfigurationRequest, PutBucketAnalyticsConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketAnalyticsConfigurationResult Run(PutBucketAnalyticsConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wanted = AnalyticsRules.Checked(call, place, request.Id, request.AnalyticsConfiguration);
        var changed = ManySettings.Put(
            call, place, wanted.Id!, new GetBucketAnalyticsConfigurationResult { AnalyticsConfiguration = wanted });
        Analyses.Changed(call, changed, wanted.Id!);
        return new();
    }
}
