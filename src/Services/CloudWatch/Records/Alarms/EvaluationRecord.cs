using System.Collections.Immutable;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>
/// What an evaluation saw that gave a metric alarm another state, on the terms of then: its reason, before it is put
/// into words.
/// </summary>
internal sealed record EvaluationRecord
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The state before.</summary>
    public required StateValue From { get; init; }

    /// <summary>The statistic; null where an expression is watched.</summary>
    public string? Statistic { get; init; }

    /// <summary>Only data in this unit.</summary>
    public StandardUnit? Unit { get; init; }

    /// <summary>The period in seconds.</summary>
    public required int Period { get; init; }

    /// <summary>N.</summary>
    public required int Periods { get; init; }

    /// <summary>M.</summary>
    public required int Needed { get; init; }

    /// <summary>How missing data is taken.</summary>
    public MissingData Missing { get; init; }

    /// <summary>How values are compared with the threshold.</summary>
    public required ComparisonOperator Comparison { get; init; }

    /// <summary>The threshold; null where a band is it.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether a band is the threshold.</summary>
    public bool? IsBand { get; init; }

    /// <summary>How many points counted.</summary>
    public required int Counted { get; init; }

    /// <summary>How many of them speak for the new state.</summary>
    public required int Crossing { get; init; }

    /// <summary>The beginning of the oldest of them, in seconds of Unix time; null where none counted.</summary>
    public long? Start { get; init; }

    /// <summary>The newest of them, the newest first.</summary>
    public required ImmutableArray<PointRecord> Points { get; init; }

    /// <summary>The newest of those that speak for the new state, where those are not the newest of all.</summary>
    public ImmutableArray<PointRecord>? Named { get; init; }

    /// <summary>All that were looked at, the newest first, where some of those are missing.</summary>
    public ImmutableArray<PointRecord>? Looked { get; init; }
}
