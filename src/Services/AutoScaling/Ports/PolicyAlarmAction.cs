using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Ports;

/// <summary>Runs policies when alarms say so.</summary>
internal sealed class PolicyAlarmAction : IAlarmAction
{
    /// <inheritdoc/>
    public bool Takes(string actionArn) =>
        actionArn.Split(':', 8) is ["arn", _, "autoscaling", _, _, "scalingPolicy", _, var whose]
            && whose.StartsWith("autoScalingGroupName/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public string? Obstacle(ReadCall call, AlarmAction action) =>
        PolicyStore.ByArn(call, action.ActionArn) is null ? $"There is no scaling policy {action.ActionArn}" : null;

    /// <inheritdoc/>
    public string? Run(Call call, AlarmAction action)
    {
        if (PolicyStore.ByArn(call, action.ActionArn) is not { } policy) return "No Scaling Policy found";
        if (!policy.Enabled) return $"The scaling policy {policy.Name} is disabled";
        var group = Groups.Get(call, policy.Group);
        if (group.Suspends(Processes.AlarmNotification)) return "AlarmNotification is suspended for the group";
        if (policy.Type != PolicyRequests.Simple)
        {
            // The state of the alarm is about to be written; the policies are asked right after.
            PolicyLoop.Wake(call, policy.Group);
            return null;
        }

        var name = action.AlarmArn.Split(':', 7)[^1];
        var decision = PolicyRuns.Simple(call, group, policy, name);
        return decision.IsChange ? null : decision.Why.Text;
    }

    /// <inheritdoc/>
    public void Unforeseen(Call call, string actionArn)
    {
        if (PolicyStore.ByArn(call, actionArn) is { } policy) PolicyLoop.Unforeseen(call, policy);
    }
}
