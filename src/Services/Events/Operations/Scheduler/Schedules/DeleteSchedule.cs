using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>Deletes a schedule.</summary>
public sealed class DeleteSchedule : IWriteOperation<DeleteScheduleRequest, DeleteScheduleResult>
{
    /// <inheritdoc/>
    public DeleteScheduleResult Run(DeleteScheduleRequest request, Call call)
    {
        var schedule = ScheduleRules.Find(call, request.GroupName ?? ScheduleRules.DefaultGroup, request.Name!);
        ScheduleLoop.Remove(call, schedule);
        return new();
    }
}
