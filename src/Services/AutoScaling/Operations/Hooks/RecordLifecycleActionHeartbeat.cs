using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Hooks;

/// <summary>Gives a lifecycle action more time.</summary>
public sealed class RecordLifecycleActionHeartbeat
    : IWriteOperation<RecordLifecycleActionHeartbeatRequest, RecordLifecycleActionHeartbeatResult>
{
    /// <inheritdoc/>
    public RecordLifecycleActionHeartbeatResult Run(RecordLifecycleActionHeartbeatRequest request, Call call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        HookActions.Beat(call, group, HookActions.Find(
            call, group, request.LifecycleHookName!, (request.InstanceId, request.LifecycleActionToken)));
        return new();
    }
}
