using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Lists the metrics configurations of a bucket, 100 a page.</summary>
public sealed class ListBucketMetricsConfigurations
    : IReadOperation<ListBucketMetricsConfigurationsRequest, ListBucketMetricsConfigurationsResult>
{
    /// <inheritdoc/>
    public ListBucketMetricsConfigurationsResult Run(
        ListBucketMetricsConfigurationsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var page = ManySettings.Page<GetBucketMetricsConfigurationResult>(
            place, request.ContinuationToken, static answer => answer.MetricsConfiguration!.Id!);
        return new()
        {
            MetricsConfigurationList = [.. page.Items.Select(static answer => answer.MetricsConfiguration!)],
            IsTruncated = page.Next is not null,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Next,
        };
    }
}
