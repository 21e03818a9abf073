using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Hooks;

/// <summary>
/// Makes a lifecycle hook, or changes one. Instances that are on their way do not wait for a new one.
/// </summary>
public sealed class PutLifecycleHook : IWriteOperation<PutLifecycleHookRequest, PutLifecycleHookResult>
{
    /// <inheritdoc/>
    public PutLifecycleHookResult Run(PutLifecycleHookRequest request, Call call)
    {
        HookRequests.Put(call, Rules.Groups.Open(call, request.AutoScalingGroupName), request);
        return new();
    }
}
