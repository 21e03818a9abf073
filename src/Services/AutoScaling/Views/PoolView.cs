using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Warm pools as the API writes them.</summary>
internal static class PoolView
{
    /// <summary>What a pool is to be; null where there is none.</summary>
    public static WarmPoolConfiguration? Of(WarmPoolRecord? pool) => pool is null ? null : new()
    {
        MinSize = pool.Min,
        MaxGroupPreparedCapacity = pool.MaxPrepared,
        PoolState = pool.Runs ? WarmPoolState.Running
            : pool.Hibernates ? WarmPoolState.Hibernated : WarmPoolState.Stopped,
        InstanceReusePolicy = pool.Reuses is { } reuses ? new() { ReuseOnScaleIn = reuses } : null,
        Status = pool.IsDeleting ? WarmPoolStatus.PendingDelete : null,
    };
}
