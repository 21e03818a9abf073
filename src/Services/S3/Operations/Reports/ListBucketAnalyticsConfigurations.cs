using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Lists the analytics configurations of a bucket, 100 a page.</summary>
public sealed class ListBucketAnalyticsConfigurations
    : IReadOperation<ListBucketAnalyticsConfigurationsRequest, ListBucketAnalyticsConfigurationsResult>
{
    /// <inheritdoc/>
    public ListBucketAnalyticsConfigurationsResult Run(
        ListBucketAnalyticsConfigurationsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var page = ManySettings.Page<GetBucketAnalyticsConfigurationResult>(
            place, request.ContinuationToken, static answer => answer.AnalyticsConfiguration!.Id!);
        return new()
        {
            AnalyticsConfigurationList = [.. page.Items.Select(static answer => answer.AnalyticsConfiguration!)],
            IsTruncated = page.Next is not null,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Next,
        };
    }
}
