using Orrery.Kernel.State;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling;

/// <summary>The tables that Auto Scaling owns. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<ScalingKey, GroupRecord> Groups = Table<ScalingKey, GroupRecord>.Resident(
        "autoscaling.groups", r => r.Key, () => ScalingJson.Default.GroupRecord);

    public static readonly Index<ScalingKey, GroupRecord> GroupsByConfiguration =
        Groups.Index("configuration", g => g.LaunchConfiguration);

    public static readonly Table<ScalingKey, MemberRecord> Members = Table<ScalingKey, MemberRecord>.Resident(
        "autoscaling.members", r => r.Key, () => ScalingJson.Default.MemberRecord);

    public static readonly Index<ScalingKey, MemberRecord> MembersByGroup = Members.Index("group", m => m.Group);

    public static readonly Table<ScalingKey, HookRecord> Hooks = Table<ScalingKey, HookRecord>.Resident(
        "autoscaling.hooks", r => r.Key, () => ScalingJson.Default.HookRecord);

    public static readonly Index<ScalingKey, HookRecord> HooksByGroup = Hooks.Index("group", h => h.Group);

    public static readonly Table<ScalingKey, LaunchConfigurationRecord> Configurations =
        Table<ScalingKey, LaunchConfigurationRecord>.Resident(
            "autoscaling.configurations", r => r.Key, () => ScalingJson.Default.LaunchConfigurationRecord);

    /// <summary>What happened in the last six weeks, the newest of each group first.</summary>
    public static readonly Table<ScalingKey, ActivityRecord> Activities = Table<ScalingKey, ActivityRecord>.Stored(
        "autoscaling.activities", r => r.Key, () => ScalingJson.Default.ActivityRecord);

    /// <summary>All of them.</summary>
    public static readonly AnyTable[] All = [Groups, Members, Hooks, Configurations, Activities];
}
