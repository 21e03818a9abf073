using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Lists metric filters: of a group, by prefix, or those of a metric.</summary>
public sealed class DescribeMetricFilters : IReadOperation<DescribeMetricFiltersRequest, DescribeMetricFiltersResult>
{
    /// <inheritdoc/>
    public DescribeMetricFiltersResult Run(DescribeMetricFiltersRequest request, ReadCall call)
    {
        if (request.MetricName is null != request.MetricNamespace is null)
        {
            throw Errors.Invalid("metricName and metricNamespace have to be given together.");
        }

        var table = call.Read(Tables.MetricFilters);
        var all = request.LogGroupName is { } name
            ? table.By(Tables.MetricFiltersByGroup, LogGroups.Get(call, name).Name.Value)
            : table.All();
        all = all.Where(f => f.Name.StartsWith(request.FilterNamePrefix ?? "", StringComparison.Ordinal))
            .Where(f => request.MetricName is null
                || (f.MetricName == request.MetricName && f.Namespace == request.MetricNamespace));
        var (page, next) = Pages.Of(all, f => f.Key.Value, request.NextToken, request.Limit ?? 50);
        return new() { MetricFilters = [.. page.Select(View)], NextToken = next };
    }

    private static MetricFilter View(MetricFilterRecord filter) => new()
    {
        FilterName = filter.Name,
        FilterPattern = filter.Pattern,
        LogGroupName = filter.Group,
        CreationTime = filter.CreationTime.Ms(),
        ApplyOnTransformedLogs = false,
        MetricTransformations =
        [
            new()
            {
                MetricName = filter.MetricName,
                MetricNamespace = filter.Namespace,
                MetricValue = filter.Value,
                DefaultValue = filter.DefaultValue,
                Dimensions = filter.Dimensions,
                Unit = filter.Unit,
            },
        ],
    };
}
