using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>
/// Refreshes as the API writes them. There are no progress details without a warm pool. Source: API Reference,
/// InstanceRefresh; that the whole counts what is left in both, and is as far as the slower, is guessed.
/// </summary>
internal static class RefreshView
{
    /// <summary>A refresh.</summary>
    public static InstanceRefresh Of(RefreshRecord refresh) => new()
    {
        InstanceRefreshId = refresh.Id,
        AutoScalingGroupName = refresh.Group,
        Status = refresh.Status,
        StatusReason = refresh.Reason,
        StartTime = refresh.Start,
        EndTime = refresh.End,
        PercentageComplete = Math.Min(refresh.Percent, refresh.PoolPercent),
        InstancesToUpdate = refresh.ToUpdate + refresh.PoolToUpdate,
        ProgressDetails = refresh.PoolSize is null ? null : new()
        {
            LivePoolProgress = new() { PercentageComplete = refresh.Percent, InstancesToUpdate = refresh.ToUpdate },
            WarmPoolProgress = new()
            {
                PercentageComplete = refresh.PoolPercent, InstancesToUpdate = refresh.PoolToUpdate,
            },
        },
        Preferences = Terms(refresh.Terms),
        DesiredConfiguration = refresh.Desired is null
            ? null : new()
            {
                LaunchTemplate = refresh.DesiredMixed is null ? GroupView.Template(refresh.Desired) : null,
                MixedInstancesPolicy = MixedView.Of(refresh.DesiredMixed),
            },
        RollbackDetails = refresh.Rollback is not { } rollback ? null : new()
        {
            RollbackReason = rollback.Reason,
            RollbackStartTime = rollback.Start,
            PercentageCompleteOnRollback = rollback.Percent,
            InstancesToUpdateOnRollback = rollback.ToUpdate,
        },
        Strategy = RefreshStrategy.Rolling,
    };

    private static RefreshPreferences Terms(RefreshTermsRecord terms) => new()
    {
        MinHealthyPercentage = terms.Min,
        MaxHealthyPercentage = terms.Max,
        InstanceWarmup = terms.Warmup,
        CheckpointPercentages = terms.Checkpoints.IsEmpty ? null : terms.Checkpoints,
        CheckpointDelay = terms.CheckpointDelay,
        SkipMatching = terms.SkipsMatching,
        AutoRollback = terms.RollsBack,
        AlarmSpecification = terms.Alarms.IsEmpty ? null : new() { Alarms = terms.Alarms },
        ScaleInProtectedInstances = terms.Protected,
        StandbyInstances = terms.Standby,
        BakeTime = terms.BakeTime,
    };
}
