using System.Collections.Immutable;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>A scaling policy: steps, or something that is tracked.</summary>
public sealed record PolicyRecord
{
    /// <summary>Its target.</summary>
    public required ScalableKey Target { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How the numbers of its steps are meant.</summary>
    public AdjustmentType? AdjustmentType { get; init; }

    /// <summary>Its steps.</summary>
    public ImmutableArray<StepRecord> Steps { get; init; } = [];

    /// <summary>The least change of a percentage.</summary>
    public int? MinMagnitude { get; init; }

    /// <summary>Seconds of cooldown of a step policy; null for 300.</summary>
    public int? Cooldown { get; init; }

    /// <summary>How the metric of its alarm is meant.</summary>
    public MetricAggregationType? Aggregation { get; init; }

    /// <summary>What it tracks; null for a step policy.</summary>
    public TrackingRecord? Tracking { get; init; }

    /// <summary>The names of the alarms that it owns.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalableKey Key => Target.Part(Name);
}
