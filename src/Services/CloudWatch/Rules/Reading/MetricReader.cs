using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Expressions;
using Orrery.Services.CloudWatch.Rules.Metrics;
using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// Answers queries. Alarms and GetMetricData read through this. Periods begin at <c>from</c> and follow one another;
/// instants after the call's now are answered where a source tells the future, unless only the past is asked for.
/// </summary>
internal static class MetricReader
{
    /// <summary>The series that answer the queries whose data is wanted, in the order of the queries.</summary>
    /// <param name="call">The call.</param>
    /// <param name="queries">The queries; they may name one another.</param>
    /// <param name="from">The beginning of the first period.</param>
    /// <param name="to">The end, not included.</param>
    /// <param name="asked">Who asks: a request has times in labels, and is told nothing that sources foretell; null
    /// for an alarm.</param>
    /// <exception cref="Core.ServiceException">ValidationError: a query or an expression is not valid.</exception>
    public static IReadOnlyList<QueryResult> Read(
        ReadCall call,
        IReadOnlyList<MetricQuery> queries,
        DateTimeOffset from,
        DateTimeOffset to,
        Asked? asked = null)
    {
        Check(queries);
        var set = new QuerySet(call, queries, (from, to), isPast: asked is not null);
        var zone = asked?.Zone ?? default;
        var wanted = queries.Where(query => query.ReturnData).Select(query => (query, set.SeriesOf(query))).ToList();
        return [.. wanted.SelectMany(each => each.Item2.Select(series => Result(call, each.query, series, zone)))];
    }

    /// <summary>Refuses queries that could not be answered, without reading data.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: a query or an expression is not valid.</exception>
    public static void Check(IReadOnlyList<MetricQuery> queries) => QueryRules.Check(queries);

    /// <summary>The periods of one statistic, oldest first.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there is no such statistic.</exception>
    public static IReadOnlyList<PeriodValue> Read(
        ReadCall call, StatQuery query, DateTimeOffset from, DateTimeOffset to)
    {
        var series = SeriesOf(call, query, PeriodGrid.Of(from, to, query.Period));
        return PointsOf(series);
    }

    /// <summary>One statistic as a series.</summary>
    public static Series SeriesOf(ReadCall call, StatQuery query, PeriodGrid grid)
    {
        var statistic = QueryRules.Statistic(query.Statistic);
        var metric = MetricRoster.IdOf(query.Metric.Namespace, query.Metric.Name, query.Metric.Dimensions);
        var (times, values, counts) = (new List<long>(), new List<double>(), new List<double>());
        foreach (var bucket in PointReader.Read(call, metric, query.Unit, grid, statistic.NeedsValues))
        {
            if (StatisticRules.Of(bucket, statistic) is not { } value) continue;
            times.Add(bucket.Second);
            values.Add(value);
            counts.Add(bucket.Count);
        }

        return new([.. times], [.. values], grid)
        {
            Metric = metric, Statistic = query.Statistic, Unit = query.Unit, Counts = [.. counts],
        };
    }

    private static QueryResult Result(ReadCall call, MetricQuery query, Series series, TimeSpan zone) =>
        new(query.Id, Labels.Of(call, query, series, zone), series.Grid.Period, PointsOf(series));

    private static List<PeriodValue> PointsOf(Series series)
    {
        var points = new List<PeriodValue>(series.Times.Length);
        for (var i = 0; i < series.Times.Length; i++)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(series.Times[i]);
            points.Add(new(at, series.Values[i], series.Counts?[i] ?? double.NaN));
        }

        return points;
    }
}
