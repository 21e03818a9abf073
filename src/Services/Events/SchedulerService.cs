using Orrery.Operations;
using Orrery.Services.Events.Loops;

namespace Orrery.Services.Events;

/// <summary>EventBridge Scheduler as a part of the house. Its deliveries are retried by EventBridge's loop.</summary>
public static class SchedulerService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "scheduler",
        Operations = SchedulerOperations.All,
        Tables = SchedulerTables.All,
        Timers = [new ScheduleLoop(), new ScheduleGroupLoop()],
        Initializers = [new DefaultGroup()],
    };
}
