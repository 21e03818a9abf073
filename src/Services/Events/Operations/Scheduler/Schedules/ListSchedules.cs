using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>ListSchedules.</summary>
public sealed class ListSchedules : IReadOperation<ListSchedulesRequest, ListSchedulesResult>
{
}
