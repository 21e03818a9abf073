namespace Orrery.Engines.Scaling.Warm;

/// <summary>An instance of a warm pool.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Stage">Where in its life it is.</param>
/// <param name="Launched">When it was launched.</param>
/// <param name="Sickness">Why it is unhealthy; null where it is healthy.</param>
public sealed record PoolInstance(
    string Id, string Zone, PoolStage Stage, DateTimeOffset Launched, string? Sickness = null)
{
    /// <summary>Whether an instance refresh is to replace it.</summary>
    public bool IsStale { get; init; }

    /// <summary>What it counts, in the units of the group.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether it is ready in the pool.</summary>
    public bool IsWarmed => Stage is PoolStage.Stopped or PoolStage.Running;

    /// <summary>Whether it counts to the size of the pool.</summary>
    public bool Counts => Stage != PoolStage.Terminating;
}
