namespace Orrery.Engines.Scaling.Warm;

/// <summary>
/// The life of one instance in a warm pool. Source: EC2 Auto Scaling User Guide, "Use lifecycle hooks with a warm
/// pool" (Warmed:Pending, Warmed:Pending:Wait, Warmed:Pending:Proceed, then Warmed:Stopped or Warmed:Running) and
/// "View health check status" (health counts once hooks are done). That one which is ready and then starts or stops by
/// itself is unhealthy is guessed.
/// </summary>
public static class WarmLifeRules
{
    /// <summary>What is done with an instance, by where it is and what EC2 says of it.</summary>
    /// <param name="stage">Where in its life it is.</param>
    /// <param name="seen">What EC2 says.</param>
    /// <param name="stops">Whether the pool keeps its instances stopped.</param>
    public static WarmStep Next(PoolStage stage, WarmSeen seen, bool stops) => (stage, seen) switch
    {
        (PoolStage.Terminating, _) => WarmStep.None,
        (PoolStage.Stopped, WarmSeen.Stopped) or (PoolStage.Running, WarmSeen.Running) => WarmStep.None,
        (PoolStage.Stopped or PoolStage.Running, _) => WarmStep.Sicken,
        (_, WarmSeen.Gone) => WarmStep.GiveUp,
        (_, WarmSeen.Pending) => WarmStep.None,
        (PoolStage.Waiting, WarmSeen.Running) => WarmStep.None,
        (PoolStage.Waiting, _) => WarmStep.GiveUp,
        (PoolStage.Pending, WarmSeen.Running) => WarmStep.Hooks,
        (_, WarmSeen.Running) => stops ? WarmStep.Stop : WarmStep.SettleRunning,
        (_, WarmSeen.Stopping) => WarmStep.None,
        _ => stops ? WarmStep.SettleStopped : WarmStep.GiveUp,
    };
}
