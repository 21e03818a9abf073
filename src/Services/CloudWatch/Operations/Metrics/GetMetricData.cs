using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Listing;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>
/// Statistics of many metrics and expressions over them. Limits: botocore documentation of the operation (500 queries,
/// 100,800 data points an answer).
/// </summary>
public sealed class GetMetricData : IReadOperation<GetMetricDataRequest, GetMetricDataResult>
{
    private const int MostQueries = 500;
    private const int MostDatapoints = 100_800;

    /// <inheritdoc/>
    public GetMetricDataResult Run(GetMetricDataRequest request, ReadCall call)
    {
        var (start, end) = (request.StartTime!.Value, request.EndTime!.Value);
        if (start >= end)
            throw Errors.Validation("The parameter StartTime must be less than the parameter EndTime.");
        if (request.MetricDataQueries is not { Count: > 0 and <= MostQueries } wishes)
            throw Errors.Validation($"The collection MetricDataQueries must have a size between 1 and {MostQueries}.");
        if (request.MaxDatapoints is < 1 or > MostDatapoints)
            throw Errors.Validation($"The parameter MaxDatapoints must be between 1 and {MostDatapoints}.");
        var queries = wishes.Select(wish => QueryOf(wish, call)).ToList();
        QueryRules.Check(queries);
        var shortest = queries.Min(query => query.Stat?.Period ?? query.Period ?? 60);
        var begin = TimeRange.Begin(start, shortest, call.Now);
        var asked = new Asked(Labels.Zone(request.LabelOptions?.Timezone));
        var results = MetricReader.Read(call, queries, begin, end, asked);
        var isAscending = request.ScanBy == ScanBy.TimestampAscending;
        return Page(results, isAscending, request.MaxDatapoints ?? MostDatapoints, request.NextToken);
    }

    /// <summary>A query as the rules read it.</summary>
    /// <exception cref="ServiceException">ValidationError: another account, or what is not allowed.</exception>
    internal static MetricQuery QueryOf(MetricDataQuery wish, ReadCall call)
    {
        if (wish.AccountId is { } account && account != call.Account)
            throw Errors.Validation("Orrery does not serve the parameter AccountId: there are no linked accounts.");
        return new(wish.Id!)
        {
            Stat = wish.MetricStat is { } stat ? StatOf(stat) : null,
            Expression = wish.Expression,
            Period = wish.Period,
            Label = wish.Label,
            ReturnData = wish.ReturnData ?? true,
        };
    }

    private static StatQuery StatOf(MetricStat stat)
    {
        if (stat.Metric is not { Namespace: { } name, MetricName: { } metric })
            throw Errors.Validation("The parameters Namespace and MetricName are required.");
        var dimensions = DatumRules.Dimensions(stat.Metric.Dimensions, "MetricStat.Metric");
        return new(new(name, metric, dimensions), stat.Stat!, stat.Period!.Value, stat.Unit?.ToWire());
    }

    /// <summary>
    /// As many points as fit, from the place where the last page ended. A result without points is named once.
    /// </summary>
    private static GetMetricDataResult Page(
        IReadOnlyList<QueryResult> results, bool isAscending, int most, string? token)
    {
        var (first, skip) = token is null ? (0, 0) : PageToken.Place(token);
        var page = new List<MetricDataResult>();
        for (var i = first; i < results.Count; i++)
        {
            var points = isAscending ? results[i].Points : [.. results[i].Points.Reverse()];
            var taken = points.Skip(skip).Take(most).ToList();
            var isWhole = skip + taken.Count >= points.Count;
            page.Add(View(results[i], taken, isWhole));
            most -= taken.Count;
            if (!isWhole) return Of(page, PageToken.Of(i, skip + taken.Count));
            skip = 0;
            if (most == 0 && i + 1 < results.Count) return Of(page, PageToken.Of(i + 1, 0));
        }

        return Of(page, null);
    }

    private static GetMetricDataResult Of(List<MetricDataResult> page, string? token) =>
        new() { MetricDataResults = page, NextToken = token, Messages = [] };

    private static MetricDataResult View(QueryResult result, List<PeriodValue> points, bool isWhole) => new()
    {
        Id = result.Id,
        Label = result.Label,
        Timestamps = [.. points.Select(point => point.At)],
        Values = [.. points.Select(point => point.Value)],
        StatusCode = isWhole ? StatusCode.Complete : StatusCode.PartialData,
    };
}
