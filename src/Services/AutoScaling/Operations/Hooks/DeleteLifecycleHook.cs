using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Hooks;

/// <summary>
/// Deletes a hook. What waits for it is completed first: ABANDON for instances that come, CONTINUE for those that go.
/// Source: API Reference, DeleteLifecycleHook.
/// </summary>
public sealed class DeleteLifecycleHook : IWriteOperation<DeleteLifecycleHookRequest, DeleteLifecycleHookResult>
{
    /// <inheritdoc/>
    public DeleteLifecycleHookResult Run(DeleteLifecycleHookRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var hook = call.Read(Tables.Hooks).Find(ScalingKey.Of(group.Name, request.LifecycleHookName!));
        if (hook is null)
            throw Errors.Invalid($"No Lifecycle Hook found with name: {request.LifecycleHookName}");
        call.Write(Tables.Hooks).Remove(hook.Key);
        foreach (var member in Rules.Groups.All(call, group.Name).ToList())
        {
            if (member.Waits.FirstOrDefault(wait => wait.Hook == request.LifecycleHookName) is not { } wait) continue;
            HookActions.End(
                call, (member, wait),
                hook.Transition == Transitions.Launching ? HookActions.Abandon : HookActions.Continue,
                "Lifecycle Hook Deleted");
        }

        return new();
    }
}
