using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Schedules;

/// <summary>Deletes several scheduled actions; those that there are not are told of.</summary>
public sealed class BatchDeleteScheduledAction
    : IWriteOperation<BatchDeleteScheduledActionRequest, BatchDeleteScheduledActionResult>
{
    /// <inheritdoc/>
    public BatchDeleteScheduledActionResult Run(BatchDeleteScheduledActionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var failed = request.ScheduledActionNames!.Where(name => !Actions.Delete(call, group.Name, name)).ToList();
        return new()
        {
            FailedScheduledActions = [.. failed.Select(name => new FailedScheduledUpdateGroupActionRequest
            {
                ScheduledActionName = name,
                ErrorCode = "ValidationError",
                ErrorMessage = $"Scheduled action name not found: {name}",
            })],
        };
    }
}
