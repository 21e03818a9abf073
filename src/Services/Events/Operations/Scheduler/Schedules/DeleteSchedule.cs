using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>DeleteSchedule.</summary>
public sealed class DeleteSchedule : IWriteOperation<DeleteScheduleRequest, DeleteScheduleResult>
{
}
