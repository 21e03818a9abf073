using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Hooks;

/// <summary>Tells of the hooks of a group.</summary>
public sealed class DescribeLifecycleHooks : IReadOperation<DescribeLifecycleHooksRequest, DescribeLifecycleHooksResult>
{
    /// <inheritdoc/>
    public DescribeLifecycleHooksResult Run(DescribeLifecycleHooksRequest request, ReadCall call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        var hooks = call.Read(Tables.Hooks).By(Tables.HooksByGroup, group.Name);
        if (request.LifecycleHookNames is { Count: > 0 } names)
            hooks = hooks.Where(hook => names.Contains(hook.Name));
        return new() { LifecycleHooks = [.. hooks.Select(View)] };
    }

    private static LifecycleHook View(HookRecord hook) => new()
    {
        LifecycleHookName = hook.Name,
        AutoScalingGroupName = hook.Group,
        LifecycleTransition = hook.Transition,
        NotificationTargetARN = hook.TargetArn,
        RoleARN = hook.RoleArn,
        NotificationMetadata = hook.Metadata,
        HeartbeatTimeout = hook.Heartbeat,
        GlobalTimeout = hook.Global,
        DefaultResult = hook.DefaultResult,
    };
}
