using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>UpdateSchedule.</summary>
public sealed class UpdateSchedule : IWriteOperation<UpdateScheduleRequest, UpdateScheduleResult>
{
}
