using System.Globalization;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The terms on which a metric alarm is evaluated, worked out of what was put.</summary>
internal sealed class AlarmTerms
{
    private const int Minute = 60;
    private const int Hour = 3600;
    private const int Day = 86400;

    private readonly ComparisonOperator _comparison;
    private readonly double _threshold;
    private readonly double _fewest;

    /// <summary>Works them out.</summary>
    public AlarmTerms(AlarmWatchRecord watch)
    {
        _comparison = watch.ComparisonOperator;
        _threshold = watch.Threshold ?? double.NaN;
        Period = PeriodOf(watch);
        Periods = watch.EvaluationPeriods;
        Needed = watch.DatapointsToAlarm ?? watch.EvaluationPeriods;
        Missing = MissingOf(watch);
        Statistic = watch.Statistic?.ToWire() ?? watch.ExtendedStatistic;
        _fewest = watch.LowSamples == "ignore" ? Fewest(Statistic) : 0;
        Interval = (long)Period * Periods > Day ? Hour : Period < Minute ? 10 : Minute;
    }

    /// <summary>The period in seconds.</summary>
    public int Period { get; }

    /// <summary>N.</summary>
    public int Periods { get; }

    /// <summary>M.</summary>
    public int Needed { get; }

    /// <summary>How missing data is taken.</summary>
    public MissingData Missing { get; }

    /// <summary>The statistic; null where an expression is watched.</summary>
    public string? Statistic { get; }

    /// <summary>
    /// How often it is evaluated, in seconds: every ten seconds where the period is less than a minute, else every
    /// minute, and every hour where the evaluation periods are longer than a day together. Source: CloudWatch User
    /// Guide, "Alarm evaluation".
    /// </summary>
    public int Interval { get; }

    /// <summary>The period that an alarm has: its own, or the longest of the metrics in its queries.</summary>
    public static int PeriodOf(AlarmWatchRecord watch)
    {
        if (watch.Period is { } own) return own;
        var watched = watch.Queries.FirstOrDefault(q => q.ReturnData != false && q.Id != watch.ThresholdMetricId);
        return watched?.Period
            ?? watch.Queries.Where(q => q.Stat is not null).Select(q => q.Period ?? 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>What a value means.</summary>
    public PointState StateOf(WatchPoint point)
    {
        if (double.IsNaN(point.Value)) return PointState.Missing;
        if (point.Samples < _fewest) return PointState.Scarce;
        return _comparison switch
        {
            ComparisonOperator.GreaterThanThreshold => If(point.Value > _threshold),
            ComparisonOperator.GreaterThanOrEqualToThreshold => If(point.Value >= _threshold),
            ComparisonOperator.LessThanThreshold => If(point.Value < _threshold),
            ComparisonOperator.LessThanOrEqualToThreshold => If(point.Value <= _threshold),
            _ when double.IsNaN(point.Lower) => PointState.Missing,
            ComparisonOperator.LessThanLowerThreshold => If(point.Value < point.Lower),
            ComparisonOperator.GreaterThanUpperThreshold => If(point.Value > point.Upper),
            _ => If(point.Value < point.Lower || point.Value > point.Upper),
        };
    }

    /// <summary>A new evaluation range on these terms.</summary>
    public AlarmWindow NewWindow() => new(Periods, Needed, Missing);

    /// <summary>The first instant of evaluation at or after a second.</summary>
    public long Evaluated(long second) => (second + Interval - 1) / Interval * Interval;

    /// <summary>The last end of a period at or before a second.</summary>
    public long Boundary(long second) => second / Period * Period;

    private static PointState If(bool breaching) => breaching ? PointState.Breaching : PointState.Fine;

    /// <summary>
    /// AWS/DynamoDB always ignores missing data. Source: botocore documentation of PutMetricAlarm, TreatMissingData.
    /// </summary>
    private static MissingData MissingOf(AlarmWatchRecord watch)
    {
        if (watch.Namespace == "AWS/DynamoDB" || watch.Queries.Any(q => q.Namespace == "AWS/DynamoDB"))
            return MissingData.Ignore;
        return watch.TreatMissingData switch
        {
            "breaching" => MissingData.Breaching,
            "notBreaching" => MissingData.NotBreaching,
            "ignore" => MissingData.Ignore,
            _ => MissingData.Missing,
        };
    }

    /// <summary>
    /// How many samples a percentile needs to be significant: 10/(1-p) above the median, 10/p below. Source: CloudWatch
    /// User Guide, "Percentile-based CloudWatch alarms and low data samples".
    /// </summary>
    private static double Fewest(string? statistic)
    {
        if (statistic is not ['p', ..]
            || !double.TryParse(statistic.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
            return 0;
        var p = percent / 100;
        return p >= 0.5 ? 10 / (1 - p) : 10 / p;
    }
}
