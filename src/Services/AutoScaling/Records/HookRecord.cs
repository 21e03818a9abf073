using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>A lifecycle hook.</summary>
public sealed record HookRecord
{
    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Launching or terminating, as the API writes it.</summary>
    public required string Transition { get; init; }

    /// <summary>The queue or topic that is told.</summary>
    public string? TargetArn { get; init; }

    /// <summary>The role to tell it with.</summary>
    public string? RoleArn { get; init; }

    /// <summary>What it is told besides.</summary>
    public string? Metadata { get; init; }

    /// <summary>Seconds without a heartbeat after which it is over.</summary>
    public int Heartbeat { get; init; } = 3600;

    /// <summary>CONTINUE or ABANDON: what happens then.</summary>
    public string DefaultResult { get; init; } = "ABANDON";

    /// <summary>
    /// Seconds after which it is over in any case. Source: API Reference, LifecycleHook: 172,800 or 100 heartbeats,
    /// whichever is less.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Global => (int)Math.Min(172_800, 100L * Heartbeat);

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => ScalingKey.Of(Group, Name);
}
