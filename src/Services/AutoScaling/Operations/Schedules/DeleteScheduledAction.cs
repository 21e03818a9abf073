using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Schedules;

/// <summary>Deletes a scheduled action.</summary>
public sealed class DeleteScheduledAction : IWriteOperation<DeleteScheduledActionRequest, DeleteScheduledActionResult>
{
    /// <inheritdoc/>
    public DeleteScheduledActionResult Run(DeleteScheduledActionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        return Actions.Delete(call, group.Name, request.ScheduledActionName!)
            ? new()
            : throw Errors.Invalid($"Scheduled action name not found: {request.ScheduledActionName}");
    }
}
