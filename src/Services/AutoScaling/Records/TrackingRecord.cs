using Orrery.Contracts.Alarms;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>What a target tracking policy tracks.</summary>
public sealed record TrackingRecord
{
    /// <summary>The value at which the metric shall be.</summary>
    public required double Target { get; init; }

    /// <summary>Whether it only adds.</summary>
    public bool DisableScaleIn { get; init; }

    /// <summary>The predefined metric.</summary>
    public MetricType? Predefined { get; init; }

    /// <summary>A metric or expression of the user's own.</summary>
    public AlarmSubject? Custom { get; init; }
}
