namespace Orrery.Engines.Scaling.Warm;

/// <summary>What bounds a warm pool.</summary>
/// <param name="GroupMax">The maximum of the group.</param>
/// <param name="Min">The least that the pool keeps.</param>
/// <param name="MaxPrepared">The most that pool and group have together; null for the group's maximum.</param>
public readonly record struct PoolLimits(int GroupMax, int Min = 0, int? MaxPrepared = null)
{
    /// <summary>The most that pool and group have together, the minimum of the pool aside.</summary>
    public int Prepared => MaxPrepared ?? GroupMax;
}
