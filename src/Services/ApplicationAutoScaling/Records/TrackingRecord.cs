using Orrery.Contracts.Alarms;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>What a target tracking policy tracks.</summary>
public sealed record TrackingRecord
{
    /// <summary>The value at which the metric shall be.</summary>
    public required double Target { get; init; }

    /// <summary>Whether it only adds; null where it was not given.</summary>
    public bool? DisableScaleIn { get; init; }

    /// <summary>Seconds of cooldown after scaling out; null for what is usual.</summary>
    public int? OutCooldown { get; init; }

    /// <summary>Seconds of cooldown after scaling in; null for what is usual.</summary>
    public int? InCooldown { get; init; }

    /// <summary>The predefined metric; null for one of the user's own.</summary>
    public MetricType? Predefined { get; init; }

    /// <summary>The label of a target group.</summary>
    public string? Label { get; init; }

    /// <summary>What its alarms watch.</summary>
    public required AlarmSubject Subject { get; init; }
}
