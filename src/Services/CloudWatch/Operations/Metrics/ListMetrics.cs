using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Listing;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>
/// Lists the metrics with data in the last two weeks, 500 a page. Source: botocore documentation of ListMetrics.
/// </summary>
public sealed class ListMetrics : IReadOperation<ListMetricsRequest, ListMetricsResult>
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public ListMetricsResult Run(ListMetricsRequest request, ReadCall call)
    {
        if (request.IncludeLinkedAccounts == true) throw Errors.NotServed("the parameter IncludeLinkedAccounts");
        if (request.OwningAccount is not null) throw Errors.NotServed("the parameter OwningAccount");
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : null;
        var found = MetricRoster.All(call, request.Namespace, request.RecentlyActive is not null)
            .Where(metric => after is null || string.CompareOrdinal(metric.Key, after) > 0)
            .Where(metric => request.MetricName is null || metric.Name == request.MetricName)
            .Where(metric => (request.Dimensions ?? []).All(filter => Has(metric, filter)))
            .Take(PageSize + 1)
            .ToList();
        return new()
        {
            Metrics = [.. found.Take(PageSize).Select(View)],
            NextToken = found.Count > PageSize ? PageToken.After(found[PageSize - 1].Key) : null,
        };
    }

    private static bool Has(MetricId metric, DimensionFilter filter) => metric.Dimensions.Any(
        dimension => dimension.Name == filter.Name && (filter.Value is null || dimension.Value == filter.Value));

    private static Metric View(MetricId metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Dimensions = [.. metric.Dimensions.Select(each => new Dimension { Name = each.Name, Value = each.Value })],
    };
}
