namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// The processes that can be suspended. Source: EC2 Auto Scaling User Guide, "Suspend and resume processes".
/// </summary>
internal static class Processes
{
    public const string Launch = "Launch";
    public const string Terminate = "Terminate";
    public const string AddToLoadBalancer = "AddToLoadBalancer";
    public const string AlarmNotification = "AlarmNotification";
    public const string Rebalance = "AZRebalance";
    public const string HealthCheck = "HealthCheck";
    public const string InstanceRefresh = "InstanceRefresh";
    public const string ReplaceUnhealthy = "ReplaceUnhealthy";
    public const string ScheduledActions = "ScheduledActions";

    /// <summary>All, in the order of DescribeScalingProcessTypes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Rebalance, AddToLoadBalancer, AlarmNotification, HealthCheck, InstanceRefresh, Launch, ReplaceUnhealthy,
        ScheduledActions, Terminate,
    ];
}
