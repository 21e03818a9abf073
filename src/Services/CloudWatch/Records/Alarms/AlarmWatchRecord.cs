using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>What a metric alarm watches, as it was put.</summary>
internal sealed record AlarmWatchRecord
{
    /// <summary>The metric's namespace; null where it watches an expression.</summary>
    public string? Namespace { get; init; }

    /// <summary>The metric's name.</summary>
    public string? MetricName { get; init; }

    /// <summary>The metric's dimensions, in the order they were given.</summary>
    public ImmutableArray<MetricDimension> Dimensions { get; init; } = [];

    /// <summary>The statistic.</summary>
    public Statistic? Statistic { get; init; }

    /// <summary>The extended statistic, where there is no plain one.</summary>
    public string? ExtendedStatistic { get; init; }

    /// <summary>The period in seconds.</summary>
    public int? Period { get; init; }

    /// <summary>Only data in this unit.</summary>
    public StandardUnit? Unit { get; init; }

    /// <summary>The N of M out of N.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>The M; N where it is not given.</summary>
    public int? DatapointsToAlarm { get; init; }

    /// <summary>The threshold; null where a band is it.</summary>
    public double? Threshold { get; init; }

    /// <summary>How values are compared with the threshold.</summary>
    public required ComparisonOperator ComparisonOperator { get; init; }

    /// <summary>breaching, notBreaching, ignore or missing; null where it was not given.</summary>
    public string? TreatMissingData { get; init; }

    /// <summary>evaluate or ignore; null where it was not given.</summary>
    public string? LowSamples { get; init; }

    /// <summary>The queries, where it watches an expression or a band.</summary>
    public ImmutableArray<AlarmQueryRecord> Queries { get; init; } = [];

    /// <summary>The query that is the band.</summary>
    public string? ThresholdMetricId { get; init; }
}
