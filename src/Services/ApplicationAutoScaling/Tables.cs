using Orrery.Kernel.State;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Records;

namespace Orrery.Services.ApplicationAutoScaling;

/// <summary>The tables that Application Auto Scaling owns. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<ScalableKey, TargetRecord> Targets = Table<ScalableKey, TargetRecord>.Resident(
        "application-autoscaling.targets", r => r.Key, () => ScalableJson.Default.TargetRecord);

    public static readonly Index<ScalableKey, TargetRecord> TargetsByArn = Targets.Index("arn", t => t.Arn);

    public static readonly Index<ScalableKey, TargetRecord> TargetsByDimension =
        Targets.Index("dimension", t => t.Dimension);

    public static readonly Table<ScalableKey, PolicyRecord> Policies = Table<ScalableKey, PolicyRecord>.Resident(
        "application-autoscaling.policies", r => r.Key, () => ScalableJson.Default.PolicyRecord);

    public static readonly Index<ScalableKey, PolicyRecord> PoliciesByTarget =
        Policies.Index("target", p => p.Target.Value);

    public static readonly Index<ScalableKey, PolicyRecord> PoliciesByArn = Policies.Index("arn", p => p.Arn);

    public static readonly Table<ScalableKey, ActionRecord> Actions = Table<ScalableKey, ActionRecord>.Resident(
        "application-autoscaling.actions", r => r.Key, () => ScalableJson.Default.ActionRecord);

    public static readonly Index<ScalableKey, ActionRecord> ActionsByTarget =
        Actions.Index("target", a => a.Target.Value);

    /// <summary>What happened in the last six weeks, the newest of each target first.</summary>
    public static readonly Table<ScalableKey, ActivityRecord> Activities = Table<ScalableKey, ActivityRecord>.Stored(
        "application-autoscaling.activities", r => r.Key, () => ScalableJson.Default.ActivityRecord);

    /// <summary>All of them.</summary>
    public static readonly AnyTable[] All = [Targets, Policies, Actions, Activities];
}
