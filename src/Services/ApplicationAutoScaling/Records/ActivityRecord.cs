using Orrery.Core;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>A scaling activity, or why there was none.</summary>
public sealed record ActivityRecord
{
    /// <summary>Its target and its place there: the newest is first.</summary>
    public required ScalableKey Key { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace of its target.</summary>
    public required string Namespace { get; init; }

    /// <summary>The dimension of its target.</summary>
    public required string Dimension { get; init; }

    /// <summary>The resource of its target.</summary>
    public required string Resource { get; init; }

    /// <summary>What is done.</summary>
    public required string Description { get; init; }

    /// <summary>Why, in AWS's words.</summary>
    public required string Cause { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>How far it is.</summary>
    public required ScalingActivityStatusCode Status { get; init; }

    /// <summary>What became of it.</summary>
    public string? Message { get; init; }

    /// <summary>Why nothing was scaled; null where something was.</summary>
    public NotScaledRecord? NotScaled { get; init; }

    /// <summary>The reasons, where a rule decided it.</summary>
    public Reason? Why { get; init; }
}
