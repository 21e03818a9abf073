using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Warm;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>The states of life in the group and in its warm pool, side by side.</summary>
internal static class Stages
{
    /// <summary>The state in which hooks are waited for.</summary>
    public static LifecycleState Waiting(LifecycleState state) => state switch
    {
        LifecycleState.Pending => LifecycleState.PendingWait,
        LifecycleState.Terminating => LifecycleState.TerminatingWait,
        LifecycleState.WarmedPending => LifecycleState.WarmedPendingWait,
        LifecycleState.WarmedTerminating => LifecycleState.WarmedTerminatingWait,
        _ => state,
    };

    /// <summary>The state after hooks; the same where there were none.</summary>
    public static LifecycleState Proceeding(LifecycleState state) => state switch
    {
        LifecycleState.TerminatingWait => LifecycleState.TerminatingProceed,
        LifecycleState.WarmedPendingWait => LifecycleState.WarmedPendingProceed,
        LifecycleState.WarmedTerminatingWait => LifecycleState.WarmedTerminatingProceed,
        _ => state,
    };

    /// <summary>The state of what is kept because its hook was abandoned.</summary>
    public static LifecycleState Retained(LifecycleState state) => state switch
    {
        LifecycleState.WarmedPendingWait => LifecycleState.WarmedPendingRetained,
        LifecycleState.WarmedTerminatingWait => LifecycleState.WarmedTerminatingRetained,
        _ => LifecycleState.TerminatingRetained,
    };

    /// <summary>Where an instance comes from on its present way.</summary>
    public static Whereabouts Origin(MemberRecord member) => member switch
    {
        { IsTerminating: true, IsWarm: true } => Whereabouts.WarmPool,
        { IsTerminating: true } => Whereabouts.AutoScalingGroup,
        _ => member.Origin ?? Whereabouts.EC2,
    };

    /// <summary>Where an instance goes to.</summary>
    public static Whereabouts Destination(MemberRecord member) => member switch
    {
        { IsTerminating: true } => Whereabouts.EC2,
        { IsWarm: true } => Whereabouts.WarmPool,
        _ => Whereabouts.AutoScalingGroup,
    };

    /// <summary>Where an instance of the pool is, for the engine.</summary>
    public static PoolStage Of(MemberRecord member) => member.State switch
    {
        LifecycleState.WarmedPending => PoolStage.Pending,
        LifecycleState.WarmedPendingWait => PoolStage.Waiting,
        LifecycleState.WarmedPendingProceed => PoolStage.Proceeding,
        LifecycleState.WarmedStopped or LifecycleState.WarmedHibernated => PoolStage.Stopped,
        LifecycleState.WarmedRunning => PoolStage.Running,
        _ => PoolStage.Terminating,
    };

    /// <summary>What EC2 says of an instance, for the engine.</summary>
    public static WarmSeen Seen(SuppliedInstance? instance) => instance?.State switch
    {
        SuppliedState.Pending => WarmSeen.Pending,
        SuppliedState.Running => WarmSeen.Running,
        SuppliedState.Stopping => WarmSeen.Stopping,
        SuppliedState.Stopped => WarmSeen.Stopped,
        _ => WarmSeen.Gone,
    };
}
