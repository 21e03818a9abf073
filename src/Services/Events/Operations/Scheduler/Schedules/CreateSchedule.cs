using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>CreateSchedule.</summary>
public sealed class CreateSchedule : IWriteOperation<CreateScheduleRequest, CreateScheduleResult>
{
}
