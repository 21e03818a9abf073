using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Rules;

namespace Orrery.Services.ApplicationAutoScaling.Ports;

/// <summary>Runs policies when alarms say so. Their ARNs are those of EC2 Auto Scaling, but name a resource.</summary>
internal sealed class PolicyAlarmAction : IAlarmAction
{
    /// <inheritdoc/>
    public bool Takes(string actionArn) =>
        actionArn.Split(':', 8) is ["arn", _, "autoscaling", _, _, "scalingPolicy", _, var whose]
            && whose.StartsWith("resource/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public string? Obstacle(ReadCall call, AlarmAction action) =>
        PolicyStore.ByArn(call, action.ActionArn) is null ? $"There is no scaling policy {action.ActionArn}" : null;

    /// <inheritdoc/>
    public string? Run(Call call, AlarmAction action)
    {
        if (PolicyStore.ByArn(call, action.ActionArn) is not { } policy) return "No scaling policy found";
        // The state of the alarm is about to be written; the policies are asked right after.
        PolicyLoop.Wake(call, policy.Target);
        return null;
    }
}
