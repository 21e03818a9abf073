using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What a metric alarm is asked to watch, checked. Source: botocore documentation of PutMetricAlarm; the words of the
/// refusals are guessed, but for those on the length of the evaluation.
/// </summary>
internal static class AlarmRequests
{
    private const int Hour = 3600;
    private const int Day = 86400;
    private const int Week = 604800;

    /// <summary>Reads a request.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static AlarmWatchRecord Watch(PutMetricAlarmRequest request, ReadCall call)
    {
        if (request.EvaluationCriteria is not null || request.EvaluationInterval is not null)
            throw AlarmErrors.NotServed("PromQL alarms (EvaluationCriteria, EvaluationInterval)");
        var watch = new AlarmWatchRecord
        {
            Namespace = request.Namespace,
            MetricName = request.MetricName,
            Dimensions = Dimensions(request.Dimensions),
            Statistic = request.Statistic,
            ExtendedStatistic = request.ExtendedStatistic,
            Period = request.Period,
            Unit = request.Unit,
            EvaluationPeriods = request.EvaluationPeriods ?? throw Required("EvaluationPeriods"),
            DatapointsToAlarm = request.DatapointsToAlarm,
            Threshold = request.Threshold,
            ComparisonOperator = request.ComparisonOperator ?? throw Required("ComparisonOperator"),
            TreatMissingData = request.TreatMissingData,
            LowSamples = request.EvaluateLowSampleCountPercentile,
            Queries = [.. (request.Metrics ?? []).Select(query => Query(query, call))],
            ThresholdMetricId = request.ThresholdMetricId,
        };
        if (request.MetricName is not null == (request.Metrics is { Count: > 0 }))
            throw AlarmErrors.Invalid("Exactly one of MetricName and Metrics must be specified");
        if (request.MetricName is null) AlarmQueryRules.Check(watch);
        else CheckMetric(watch);
        CheckTerms(watch);
        return watch;
    }

    /// <summary>That a parameter is missing.</summary>
    public static Core.ServiceException Required(string parameter) =>
        AlarmErrors.Invalid($"The parameter {parameter} is required.");

    /// <summary>Dimensions of the wire.</summary>
    public static ImmutableArray<MetricDimension> Dimensions(IEnumerable<Dimension>? dimensions) =>
        [.. (dimensions ?? []).Select(d => new MetricDimension(d.Name!, d.Value!))];

    /// <summary>Refuses a period that there is not.</summary>
    public static void CheckPeriod(int period)
    {
        if (period is not (10 or 20 or 30) && period % 60 != 0)
            throw AlarmErrors.Invalid("Period must be 10, 20, 30 or a multiple of 60");
    }

    private static AlarmQueryRecord Query(MetricDataQuery query, ReadCall call)
    {
        if (query.AccountId is { } account && account != call.Account)
            throw AlarmErrors.NotServed("alarms on metrics of other accounts (AccountId)");
        var stat = query.MetricStat;
        return new()
        {
            Id = query.Id!,
            Namespace = stat?.Metric?.Namespace,
            MetricName = stat?.Metric?.MetricName,
            Dimensions = Dimensions(stat?.Metric?.Dimensions),
            Stat = stat?.Stat,
            Period = stat?.Period ?? query.Period,
            Unit = stat?.Unit,
            Expression = query.Expression,
            Label = query.Label,
            ReturnData = query.ReturnData,
            AccountId = query.AccountId,
        };
    }

    private static void CheckMetric(AlarmWatchRecord watch)
    {
        if (watch.Namespace is null) throw Required("Namespace");
        if (watch.Statistic is null == (watch.ExtendedStatistic is null))
            throw AlarmErrors.Invalid("Exactly one of Statistic and ExtendedStatistic must be specified");
        if (watch.Period is not { } period) throw Required("Period");
        CheckPeriod(period);
        if (watch.Threshold is null) throw Required("Threshold");
        if (watch.ThresholdMetricId is not null)
            throw AlarmErrors.Invalid("ThresholdMetricId can only be specified with Metrics");
        MetricReader.Check([new MetricQuery("m1") { Stat = WatchedMetrics.StatOf(watch) }]);
    }

    private static void CheckTerms(AlarmWatchRecord watch)
    {
        var isBand = watch.ThresholdMetricId is not null;
        if (isBand != watch.ComparisonOperator is ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold
            or ComparisonOperator.LessThanLowerThreshold or ComparisonOperator.GreaterThanUpperThreshold)
        {
            throw AlarmErrors.Invalid(
                $"ComparisonOperator {watch.ComparisonOperator.ToWire()} {(isBand ? "cannot" : "can only")} be used "
                + "with ThresholdMetricId");
        }

        if (watch.DatapointsToAlarm > watch.EvaluationPeriods)
            throw AlarmErrors.Invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        if (watch.TreatMissingData is not (null or "breaching" or "notBreaching" or "ignore" or "missing"))
            throw AlarmErrors.Invalid($"TreatMissingData value {watch.TreatMissingData} is invalid");
        if (watch.LowSamples is not (null or "evaluate" or "ignore"))
            throw AlarmErrors.Invalid($"Option {watch.LowSamples} is not supported.");
        var period = AlarmTerms.PeriodOf(watch);
        var most = period < Hour ? Day : Week;
        if ((long)period * watch.EvaluationPeriods > most)
        {
            var length = most == Day ? "a day" : "seven days";
            throw AlarmErrors.Invalid(
                $"Metrics cannot be checked across more than {length} (EvaluationPeriods * Period must be <= {most}).");
        }
    }
}
