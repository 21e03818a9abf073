using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Schedules;

/// <summary>Makes a scheduled action, or puts it anew.</summary>
public sealed class PutScheduledUpdateGroupAction
    : IWriteOperation<PutScheduledUpdateGroupActionRequest, PutScheduledUpdateGroupActionResult>
{
    /// <inheritdoc/>
    public PutScheduledUpdateGroupActionResult Run(PutScheduledUpdateGroupActionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        if (request.Time is not null && request.StartTime is not null && request.Time != request.StartTime)
            throw Errors.Invalid("Time and StartTime must be identical where both are specified");
        Actions.Put(call, group, new()
        {
            ScheduledActionName = request.ScheduledActionName,
            StartTime = request.StartTime ?? request.Time,
            EndTime = request.EndTime,
            Recurrence = request.Recurrence,
            TimeZone = request.TimeZone,
            MinSize = request.MinSize,
            MaxSize = request.MaxSize,
            DesiredCapacity = request.DesiredCapacity,
        });
        return new();
    }
}
