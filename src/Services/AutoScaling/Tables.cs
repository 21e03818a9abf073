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

    /// <summary>The value of what is or is not.</summary>
    public const string Yes = "yes";

    public static readonly Index<ScalingKey, GroupRecord> GroupsRefreshing =
        Groups.Index("refreshing", g => g.Refresh is null ? null : Yes);

    public static readonly Table<ScalingKey, MemberRecord> Members = Table<ScalingKey, MemberRecord>.Resident(
        "autoscaling.members", r => r.Key, () => ScalingJson.Default.MemberRecord);

    public static readonly Index<ScalingKey, MemberRecord> MembersByGroup = Members.Index("group", m => m.Group);

    public static readonly Table<ScalingKey, HookRecord> Hooks = Table<ScalingKey, HookRecord>.Resident(
        "autoscaling.hooks", r => r.Key, () => ScalingJson.Default.HookRecord);

    public static readonly Index<ScalingKey, HookRecord> HooksByGroup = Hooks.Index("group", h => h.Group);

    public static readonly Table<ScalingKey, LaunchConfigurationRecord> Configurations =
        Table<ScalingKey, LaunchConfigurationRecord>.Resident(
            "autoscaling.configurations", r => r.Key, () => ScalingJson.Default.LaunchConfigurationRecord);

    public static readonly Table<ScalingKey, PolicyRecord> Policies = Table<ScalingKey, PolicyRecord>.Resident(
        "autoscaling.policies", r => r.Key, () => ScalingJson.Default.PolicyRecord);

    public static readonly Index<ScalingKey, PolicyRecord> PoliciesByGroup = Policies.Index("group", p => p.Group);

    public static readonly Index<ScalingKey, PolicyRecord> PoliciesByArn = Policies.Index("arn", p => p.Arn);

    public static readonly Table<ScalingKey, ScheduleRecord> Schedules = Table<ScalingKey, ScheduleRecord>.Resident(
        "autoscaling.schedules", r => r.Key, () => ScalingJson.Default.ScheduleRecord);

    public static readonly Index<ScalingKey, ScheduleRecord> SchedulesByGroup = Schedules.Index("group", s => s.Group);

    /// <summary>When policies are asked next whose alarms go on.</summary>
    public static readonly Table<ScalingKey, AskRecord> Asks = Table<ScalingKey, AskRecord>.Resident(
        "autoscaling.asks", r => r.Key, () => ScalingJson.Default.AskRecord);

    /// <summary>What policies and schedules decided, the newest of each group first.</summary>
    public static readonly Table<ScalingKey, DecisionRecord> Decisions = Table<ScalingKey, DecisionRecord>.Stored(
        "autoscaling.decisions", r => r.Key, () => ScalingJson.Default.DecisionRecord);

    /// <summary>The forecasts of predictive policies that scale.</summary>
    public static readonly Table<ScalingKey, ForecastRecord> Forecasts = Table<ScalingKey, ForecastRecord>.Resident(
        "autoscaling.forecasts", r => r.Key, () => ScalingJson.Default.ForecastRecord);

    /// <summary>How many instances groups had, the newest first.</summary>
    public static readonly Table<ScalingKey, GaugeRecord> Gauges = Table<ScalingKey, GaugeRecord>.Stored(
        "autoscaling.gauges", r => r.Key, () => ScalingJson.Default.GaugeRecord);

    /// <summary>What happened in the last six weeks, the newest of each group first.</summary>
    public static readonly Table<ScalingKey, ActivityRecord> Activities = Table<ScalingKey, ActivityRecord>.Stored(
        "autoscaling.activities", r => r.Key, () => ScalingJson.Default.ActivityRecord);

    /// <summary>Where the activities of groups are.</summary>
    public static readonly Table<ScalingKey, ActivityMarkRecord> Marks =
        Table<ScalingKey, ActivityMarkRecord>.Resident(
            "autoscaling.activity-marks", r => r.Key, () => ScalingJson.Default.ActivityMarkRecord);

    /// <summary>The instance refreshes of the last six weeks, the newest of each group first.</summary>
    public static readonly Table<ScalingKey, RefreshRecord> Refreshes = Table<ScalingKey, RefreshRecord>.Stored(
        "autoscaling.refreshes", r => r.Key, () => ScalingJson.Default.RefreshRecord);

    /// <summary>All of them.</summary>
    public static readonly AnyTable[] All = 
    [
        Groups, Members, Hooks, Configurations, Policies, Schedules, Asks, Decisions, Forecasts, Gauges, Activities,
        Marks, Refreshes,
    ];
}
