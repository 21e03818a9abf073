namespace Orrery.Engines.Scaling.Warm;

/// <summary>What is known of a warm pool and its group.</summary>
/// <param name="Limits">What bounds the pool.</param>
/// <param name="Desired">What the group desires.</param>
/// <param name="Held">What the group has, in any state but terminated.</param>
/// <param name="Instances">The instances of the pool.</param>
public sealed record PoolFacts(PoolLimits Limits, int Desired, int Held, IReadOnlyList<PoolInstance> Instances)
{
    /// <summary>Whether instances may be launched.</summary>
    public bool CanLaunch { get; init; } = true;

    /// <summary>Whether instances may be ended.</summary>
    public bool CanTerminate { get; init; } = true;

    /// <summary>Whether unhealthy ones may be replaced.</summary>
    public bool CanReplace { get; init; } = true;

    /// <summary>Whether an instance refresh is at work, so that stale ones are replaced.</summary>
    public bool CanRefresh { get; init; }

    /// <summary>Whether the pool is being deleted.</summary>
    public bool IsClosing { get; init; }
}
