using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Life;
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
        if (!call.Write(Tables.Hooks).Remove(ScalingKey.Of(group.Name, request.LifecycleHookName!)))
            throw Errors.Invalid($"No Lifecycle Hook found with name: {request.LifecycleHookName}");
        foreach (var member in Rules.Groups.Members(call, group.Name).ToList())
        {
            if (member.Waits.FirstOrDefault(wait => wait.Hook == request.LifecycleHookName) is not { } wait) continue;
            HookActions.End(
                call, (member, wait), member.IsPending ? HookActions.Abandon : HookActions.Continue,
                "Lifecycle Hook Deleted");
        }

        return new();
    }
}
