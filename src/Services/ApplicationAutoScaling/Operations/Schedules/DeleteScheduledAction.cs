using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Schedules;

/// <summary>Deletes a scheduled action.</summary>
public sealed class DeleteScheduledAction : IWriteOperation<DeleteScheduledActionRequest, DeleteScheduledActionResult>
{
    /// <inheritdoc/>
    public DeleteScheduledActionResult Run(DeleteScheduledActionRequest request, Call call)
    {
        var target = ScalableTargets.KeyOf(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var action = call.Read(Tables.Actions).Find(target.Part(request.ScheduledActionName!))
            ?? throw Errors.NotFound($"No scheduled action found with name: {request.ScheduledActionName}");
        ActionRuns.Delete(call, action);
        return new();
    }
}
