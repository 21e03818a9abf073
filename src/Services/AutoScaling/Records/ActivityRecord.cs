using Orrery.Core;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>A scaling activity.</summary>
public sealed record ActivityRecord
{
    /// <summary>Its group and its place there: the newest is first.</summary>
    public required ScalingKey Key { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>The group's ARN.</summary>
    public required string GroupArn { get; init; }

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

    /// <summary>What went wrong.</summary>
    public string? Message { get; init; }

    /// <summary>In percent.</summary>
    public int Progress { get; init; }

    /// <summary>The subnet.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The zone.</summary>
    public string? Zone { get; init; }

    /// <summary>The instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Where the instance came from.</summary>
    public Whereabouts? Origin { get; init; }

    /// <summary>Where the instance goes to.</summary>
    public Whereabouts? Destination { get; init; }

    /// <summary>The reasons, where a rule decided it.</summary>
    public Reason? Why { get; init; }
}
