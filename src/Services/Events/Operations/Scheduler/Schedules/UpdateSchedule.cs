using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>
/// Replaces a schedule: what is not given goes back to its default. Source: EventBridge Scheduler API
/// Reference.
/// </summary>
public sealed class UpdateSchedule : IWriteOperation<UpdateScheduleRequest, UpdateScheduleResult>
{
    /// <inheritdoc/>
    public UpdateScheduleResult Run(UpdateScheduleRequest request, Call call)
    {
        var wish = new ScheduleWish(request);
        var old = ScheduleRules.Find(call, wish.Group, wish.Name);
        var schedule = ScheduleRules.Read(call, wish, old.Created);
        ScheduleLoop.Arm(call, schedule, call.Now);
        return new() { ScheduleArn = Names.Schedule(call.Scope, wish.Group, wish.Name) };
    }
}
