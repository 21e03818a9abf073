using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Listing;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Lists the dashboards whose names begin with a text, 1,000 a page (botocore documentation).</summary>
public sealed class ListDashboards : IReadOperation<ListDashboardsRequest, ListDashboardsResult>
{
    private const int PageSize = 1000;

    /// <inheritdoc/>
    public ListDashboardsResult Run(ListDashboardsRequest request, ReadCall call)
    {
        var prefix = request.DashboardNamePrefix ?? "";
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : null;
        var found = call.Read(MetricTables.Dashboards, Rules.Dashboards.Dashboards.ScopeOf(call)).From(new(prefix))
            .TakeWhile(each => each.Key.Value.StartsWith(prefix, StringComparison.Ordinal))
            .Where(each => after is null || string.CompareOrdinal(each.Key.Value, after) > 0)
            .Take(PageSize + 1)
            .ToList();
        return new()
        {
            DashboardEntries =
            [
                .. found.Take(PageSize).Select(each => new DashboardEntry
                {
                    DashboardName = each.Key.Value,
                    DashboardArn = Rules.Dashboards.Dashboards.ArnOf(call, each.Key.Value),
                    LastModified = each.ModifiedAt,
                    Size = Encoding.UTF8.GetByteCount(each.Body),
                }),
            ],
            NextToken = found.Count > PageSize ? PageToken.After(found[PageSize - 1].Key.Value) : null,
        };
    }
}
