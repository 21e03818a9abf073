using System.Globalization;

namespace Orrery.Engines.Scaling.Causes;

/// <summary>
/// The causes of scaling activities in AWS's words. Source: EC2 Auto Scaling User Guide, "Verify a scaling activity"
/// and "Troubleshoot"; sentences for refresh, lifetime, prediction, risk and purchase options are guessed.
/// </summary>
public static class Cause
{
    /// <summary>An instant as causes write it.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An alarm triggered a policy.</summary>
    public static string Alarm(DateTimeOffset at, string alarm, string policy, CapacityDecision change) =>
        $"At {Time(at)} a monitor alarm {alarm} in state ALARM triggered policy {policy} {Changing(change)}.";

    /// <summary>A user set the desired capacity.</summary>
    public static string UserSet(DateTimeOffset at, CapacityDecision change) =>
        $"At {Time(at)} a user request explicitly set group desired capacity {Changing(change)}.";

    /// <summary>A user made the group.</summary>
    public static string UserCreated(DateTimeOffset at, CapacityDecision change) =>
        $"At {Time(at)} a user request created an AutoScalingGroup {Changing(change)}.";

    /// <summary>A user changed the limits of the group.</summary>
    public static string UserUpdate(DateTimeOffset at, Limits limits, CapacityDecision change) =>
        $"At {Time(at)} a user request update of AutoScalingGroup constraints to {Constraints(limits, change)}.";

    /// <summary>A scheduled action ran.</summary>
    public static string Scheduled(DateTimeOffset at, Limits limits, CapacityDecision change) =>
        $"At {Time(at)} a scheduled action update of AutoScalingGroup constraints to {Constraints(limits, change)}.";

    /// <summary>A forecast asked for capacity.</summary>
    public static string Predicted(DateTimeOffset at, string policy, CapacityDecision change) =>
        $"At {Time(at)} predictive scaling policy {policy} was executed {Changing(change)}.";

    /// <summary>Instances are started because there are fewer than desired.</summary>
    public static string Started(DateTimeOffset at, int from, int to) =>
        $"At {Time(at)} an instance was started in response to a difference between desired and actual capacity, "
        + $"increasing the capacity from {from} to {to}.";

    /// <summary>An instance goes because there are more than desired.</summary>
    public static string Shrunk(DateTimeOffset at, int from, int to) =>
        $"At {Time(at)} an instance was taken out of service in response to a difference between desired and actual "
        + $"capacity, shrinking the capacity from {from} to {to}.";

    /// <summary>An instance was chosen to go.</summary>
    public static string Selected(DateTimeOffset at, string instance) =>
        $"At {Time(at)} instance {instance} was selected for termination.";

    /// <summary>An instance goes because it failed a health check.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="check">What failed, for example <c>an ELB system health check failure</c>.</param>
    public static string Unhealthy(DateTimeOffset at, string check) =>
        $"At {Time(at)} an instance was taken out of service in response to {check}.";

    /// <summary>Instances are started to balance zones.</summary>
    public static string Rebalanced(DateTimeOffset at, IEnumerable<string> zones) =>
        $"At {Time(at)} instances were launched to balance instances in zones {string.Join(' ', zones)} with other "
        + "zones resulting in more than desired number of instances in the group.";

    /// <summary>An instance is replaced by a refresh.</summary>
    public static string Refreshed(DateTimeOffset at) =>
        $"At {Time(at)} an instance was taken out of service in response to an instance refresh.";

    /// <summary>An instance comes in the place of one that a refresh replaces.</summary>
    public static string Refreshing(DateTimeOffset at) =>
        $"At {Time(at)} an instance was launched in response to an instance refresh.";

    /// <summary>An instance comes ahead of one that has lived as long as it may.</summary>
    public static string Expiring(DateTimeOffset at) =>
        $"At {Time(at)} an instance was launched in response to an instance reaching its maximum instance lifetime.";

    /// <summary>An instance has lived as long as it may.</summary>
    public static string Expired(DateTimeOffset at) =>
        $"At {Time(at)} an instance was taken out of service in response to reaching its maximum instance lifetime.";

    /// <summary>An instance is at risk of interruption, and another one is in service for it.</summary>
    public static string AtRisk(DateTimeOffset at) =>
        $"At {Time(at)} an instance was taken out of service in response to an EC2 instance rebalance recommendation.";

    /// <summary>Instances are started for others that are at risk of interruption.</summary>
    public static string Relieved(DateTimeOffset at) =>
        $"At {Time(at)} an instance was launched in response to an EC2 instance rebalance recommendation.";

    /// <summary>Instances are started because On-Demand and Spot are not divided as they should be.</summary>
    public static string Realigned(DateTimeOffset at) =>
        $"At {Time(at)} an instance was launched to match the purchase options of the mixed instances policy.";

    private static string Changing(CapacityDecision change) =>
        $"changing the desired capacity from {change.From} to {change.To}";

    private static string Constraints(Limits limits, CapacityDecision change) =>
        $"min: {limits.Min}, max: {limits.Max}, desired: {change.To} {Changing(change)}";
}
