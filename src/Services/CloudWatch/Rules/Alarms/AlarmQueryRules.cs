using System.Text.RegularExpressions;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Expressions;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What the queries of an alarm may be. Source: botocore documentation of PutMetricAlarm, Metrics and
/// ThresholdMetricId; MetricDataQuery, ReturnData; for the numbers of queries, MetricDataQuery. The words of those
/// refusals are guessed.
/// </summary>
internal static partial class AlarmQueryRules
{
    private const int MostStats = 10;
    private const int MostExpressions = 10;

    /// <summary>Refuses queries that an alarm cannot watch.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static void Check(AlarmWatchRecord watch)
    {
        if (watch.Namespace is not null || watch.Dimensions.Length > 0 || watch.Period is not null
            || watch.Unit is not null || watch.Statistic is not null || watch.ExtendedStatistic is not null)
        {
            throw AlarmErrors.Invalid("Namespace, Dimensions, Period, Unit, Statistic and ExtendedStatistic cannot be "
                + "specified with Metrics");
        }

        foreach (var query in watch.Queries)
            Check(query);
        CheckCounts(watch);
        List<MetricQuery> queries = [.. watch.Queries.Select(WatchedMetrics.QueryOf)];
        MetricReader.Check(queries);
        if (watch.Queries.All(query => query.Stat is null))
            throw AlarmErrors.Invalid("At least one of the Metrics must retrieve a metric");
        if (watch.ThresholdMetricId is { } band) CheckBand(watch, band);
        else if (watch.Threshold is null) throw AlarmRequests.Required("Threshold");
        if (watch.Queries.Count(q => q.Id != watch.ThresholdMetricId && q.ReturnData != false) != 1)
            throw AlarmErrors.Invalid("Exactly one element of the metrics list should return data.");
        CheckShape(queries.First(q => q.Id != watch.ThresholdMetricId && q.ReturnData), queries);
        if (AlarmTerms.PeriodOf(watch) == 0) throw AlarmRequests.Required("Period");
    }

    private static void Check(AlarmQueryRecord query)
    {
        if (!Ids().IsMatch(query.Id))
            throw AlarmErrors.Invalid($"The value {query.Id} for parameter Metrics is not a valid Id.");
        if (query.Stat is null == (query.Expression is null))
            throw AlarmErrors.Invalid($"Exactly one of MetricStat and Expression must be specified for {query.Id}");
        if (query.Period is { } period) AlarmRequests.CheckPeriod(period);
        if (query.Stat is not null && (query.Namespace is null || query.MetricName is null))
            throw AlarmErrors.Invalid($"The metric of {query.Id} needs a Namespace and a MetricName");
        if (query.Expression is { } text && text.Contains("SEARCH", StringComparison.Ordinal))
            throw AlarmErrors.Invalid("SEARCH is not supported on Metric Alarms.");
        if (query.Expression?.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) == true)
            throw AlarmErrors.NotServed("alarms on Metrics Insights queries");
    }

    private static void CheckCounts(AlarmWatchRecord watch)
    {
        if (watch.Queries.Count(query => query.Stat is not null) > MostStats)
            throw AlarmErrors.Invalid($"The Metrics must not contain more than {MostStats} with MetricStat");
        if (watch.Queries.Count(query => query.Expression is not null) > MostExpressions)
            throw AlarmErrors.Invalid($"The Metrics must not contain more than {MostExpressions} with Expression");
    }

    /// <summary>
    /// An expression gives one time series. Source: botocore documentation of MetricDataQuery. It is asked of the
    /// expression that is watched only (guessed): others may give what that one makes a series of.
    /// </summary>
    private static void CheckShape(MetricQuery watched, IReadOnlyList<MetricQuery> queries)
    {
        var shape = new MathShapes(queries).Of(watched);
        if (shape.Series != 1)
        {
            var gives = shape.IsNumber ? "a number" : $"{shape.Series} time series";
            throw MathErrors.Type($"'{watched.Id}'", $"gives {gives}; an alarm watches a single time series");
        }
    }

    private static void CheckBand(AlarmWatchRecord watch, string id)
    {
        if (watch.Threshold is not null)
            throw AlarmErrors.Invalid("Threshold cannot be specified with ThresholdMetricId");
        if (BandExpression.Parse(watch.Queries.FirstOrDefault(q => q.Id == id)?.Expression) is not { } band)
            throw AlarmErrors.Invalid($"ThresholdMetricId {id} is not an ANOMALY_DETECTION_BAND of the Metrics");
        if (watch.Queries.FirstOrDefault(q => q.Id == band.Of) is not { Stat: not null, ReturnData: not false })
            throw AlarmErrors.NotServed("bands of anything but the metric that the alarm watches");
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9_]*$")]
    private static partial Regex Ids();
}
