using Orrery.Contracts.Alarms;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>What a predictive scaling policy forecasts, and what it makes of it.</summary>
public sealed record PredictiveRecord
{
    /// <summary>The value at which the scaling metric shall be.</summary>
    public required double Target { get; init; }

    /// <summary>The predefined pair of metrics; null where each was named.</summary>
    public PredefinedMetricPairType? Pair { get; init; }

    /// <summary>The predefined load metric.</summary>
    public PredefinedLoadMetricType? Load { get; init; }

    /// <summary>The predefined scaling metric.</summary>
    public PredefinedScalingMetricType? Scaling { get; init; }

    /// <summary>A load metric of the user's own.</summary>
    public AlarmSubject? OwnLoad { get; init; }

    /// <summary>A scaling metric of the user's own.</summary>
    public AlarmSubject? OwnScaling { get; init; }

    /// <summary>A capacity metric of the user's own; null for the instances of the group.</summary>
    public AlarmSubject? OwnCapacity { get; init; }

    /// <summary>Whether it scales; else it only forecasts.</summary>
    public bool Scales { get; init; }

    /// <summary>How many seconds before an hour its capacity is launched; null where it was not given.</summary>
    public int? BufferSeconds { get; init; }

    /// <summary>What it does near the maximum; null where it was not given.</summary>
    public PredictiveScalingMaxCapacityBreachBehavior? Breach { get; init; }

    /// <summary>How far above the forecast the maximum is raised, in percent.</summary>
    public int? Buffer { get; init; }

    /// <summary>Since when it forecasts: every six hours from then on.</summary>
    public required DateTimeOffset Since { get; init; }
}
