using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Lists the Intelligent-Tiering configurations of a bucket, 100 a page.</summary>
public sealed class ListBucketIntelligentTieringConfigurations
    : IReadOperation<
        ListBucketIntelligentTieringConfigurationsRequest, ListBucketIntelligentTieringConfigurationsResult>
{
    /// <inheritdoc/>
    public ListBucketIntelligentTieringConfigurationsResult Run(
        ListBucketIntelligentTieringConfigurationsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var page = ManySettings.Page<GetBucketIntelligentTieringConfigurationResult>(
            place, request.ContinuationToken, static answer => answer.IntelligentTieringConfiguration!.Id!);
        return new()
        {
            IntelligentTieringConfigurationList =
                [.. page.Items.Select(static answer => answer.IntelligentTieringConfiguration!)],
            IsTruncated = page.Next is not null,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Next,
        };
    }
}
