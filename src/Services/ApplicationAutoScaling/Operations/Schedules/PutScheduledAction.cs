using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Schedules;

/// <summary>Makes a scheduled action, or changes one.</summary>
public sealed class PutScheduledAction : IWriteOperation<PutScheduledActionRequest, PutScheduledActionResult>
{
    /// <inheritdoc/>
    public PutScheduledActionResult Run(PutScheduledActionRequest request, Call call)
    {
        var target = ScalableTargets.Get(
            call, request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var before = call.Read(Tables.Actions).Find(target.Key.Part(request.ScheduledActionName!));
        if (before is null && ActionRuns.Of(call, target.Key).Count() >= ScalableLimits.Actions)
            throw Errors.Limit($"A scalable target has at most {ScalableLimits.Actions} scheduled actions.");
        ActionRuns.Put(call, ActionRequests.Of(call, request, target, before));
        return new();
    }
}
