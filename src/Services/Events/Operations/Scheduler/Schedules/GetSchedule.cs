using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>GetSchedule.</summary>
public sealed class GetSchedule : IReadOperation<GetScheduleRequest, GetScheduleResult>
{
}
