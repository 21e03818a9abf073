using Orrery.Engines.Scaling.Warm;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>The warm pool of a group. Its instances are members in a state that begins with Warmed.</summary>
public sealed record WarmPoolRecord
{
    /// <summary>The least that it keeps.</summary>
    public int Min { get; init; }

    /// <summary>The most that it and the group have together; null for the group's maximum.</summary>
    public int? MaxPrepared { get; init; }

    /// <summary>Whether its instances run, rather than that they are stopped.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether its instances hibernate, rather than that they are stopped.</summary>
    public bool Hibernates { get; init; }

    /// <summary>Whether instances come back into it when the group scales in; null where that was not said.</summary>
    public bool? Reuses { get; init; }

    /// <summary>Whether it is being deleted.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>How often in a row nothing could be launched into it.</summary>
    public int Failures { get; init; }

    /// <summary>Before when nothing is launched into it again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What bounds it.</summary>
    internal PoolLimits Limits(GroupRecord group) => new(group.Max, Min, MaxPrepared);
}
