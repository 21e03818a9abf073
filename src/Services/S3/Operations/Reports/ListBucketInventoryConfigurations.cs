using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Reports;

/// <summary>Lists the inventories of a bucket, 100 a page.</summary>
public sealed class ListBucketInventoryConfigurations
    : IReadOperation<ListBucketInventoryConfigurationsRequest, ListBucketInventoryConfigurationsResult>
{
    /// <inheritdoc/>
    public ListBucketInventoryConfigurationsResult Run(
        ListBucketInventoryConfigurationsRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var page = ManySettings.Page<GetBucketInventoryConfigurationResult>(
            place, request.ContinuationToken, static answer => answer.InventoryConfiguration!.Id!);
        return new()
        {
            InventoryConfigurationList = [.. page.Items.Select(static answer => answer.InventoryConfiguration!)],
            IsTruncated = page.Next is not null,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Next,
        };
    }
}
