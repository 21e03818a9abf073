using System.Collections.Immutable;
using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>A scaling policy.</summary>
public sealed record PolicyRecord
{
    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>SimpleScaling, StepScaling, TargetTrackingScaling or PredictiveScaling.</summary>
    public required string Type { get; init; }

    /// <summary>How its numbers are meant.</summary>
    public string? AdjustmentType { get; init; }

    /// <summary>The number of a simple policy.</summary>
    public int? Adjustment { get; init; }

    /// <summary>The least change of a percentage.</summary>
    public int? MinMagnitude { get; init; }

    /// <summary>The cooldown of a simple policy, in seconds; null for the group's.</summary>
    public int? Cooldown { get; init; }

    /// <summary>The steps of a step policy.</summary>
    public ImmutableArray<StepRecord> Steps { get; init; } = [];

    /// <summary>Minimum, Maximum or Average: how the metric of a step policy is meant.</summary>
    public string? Aggregation { get; init; }

    /// <summary>Seconds until a new instance counts; null for the group's.</summary>
    public int? Warmup { get; init; }

    /// <summary>Whether it does anything.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What a target tracking policy tracks.</summary>
    public TrackingRecord? Tracking { get; init; }

    /// <summary>What a predictive policy forecasts.</summary>
    public PredictiveRecord? Predictive { get; init; }

    /// <summary>The names of the alarms that it owns.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => ScalingKey.Of(Group, Name);
}
