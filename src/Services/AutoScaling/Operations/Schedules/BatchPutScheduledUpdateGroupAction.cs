using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Schedules;

/// <summary>Makes several scheduled actions; those that cannot be are told of.</summary>
public sealed class BatchPutScheduledUpdateGroupAction
    : IWriteOperation<BatchPutScheduledUpdateGroupActionRequest, BatchPutScheduledUpdateGroupActionResult>
{
    /// <inheritdoc/>
    public BatchPutScheduledUpdateGroupActionResult Run(BatchPutScheduledUpdateGroupActionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var failed = new List<FailedScheduledUpdateGroupActionRequest>();
        foreach (var one in request.ScheduledUpdateGroupActions!)
        {
            try
            {
                Actions.Put(call, group, one);
            }
            catch (ServiceException refusal)
            {
                failed.Add(new()
                {
                    ScheduledActionName = one.ScheduledActionName,
                    ErrorCode = refusal.Code,
                    ErrorMessage = refusal.Message,
                });
            }
        }

        return new() { FailedScheduledUpdateGroupActions = failed };
    }
}
