using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Hooks;

/// <summary>Completes a lifecycle action, by instance or by token.</summary>
public sealed class CompleteLifecycleAction
    : IWriteOperation<CompleteLifecycleActionRequest, CompleteLifecycleActionResult>
{
    /// <inheritdoc/>
    public CompleteLifecycleActionResult Run(CompleteLifecycleActionRequest request, Call call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        HookRequests.CheckResult(request.LifecycleActionResult!);
        var found = HookActions.Find(
            call, group, request.LifecycleHookName!, (request.InstanceId, request.LifecycleActionToken));
        HookActions.End(
            call, found, request.LifecycleActionResult!,
            $"Lifecycle Action Completed with {request.LifecycleActionResult} Result");
        return new();
    }
}
