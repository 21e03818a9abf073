using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>Makes a schedule.</summary>
public sealed class CreateSchedule : IWriteOperation<CreateScheduleRequest, CreateScheduleResult>
{
    /// <inheritdoc/>
    public CreateScheduleResult Run(CreateScheduleRequest request, Call call)
    {
        var wish = new ScheduleWish(request);
        var group = ScheduleRules.Group(call, wish.Group);
        if (group.IsDeleting)
            throw Errors.Conflict($"Schedule group {group.Name} is being deleted.");
        if (call.Read(SchedulerTables.Schedules).Contains(EventsKey.Of(wish.Group, wish.Name)))
            throw Errors.Conflict($"Schedule {wish.Name} already exists.");
        var schedule = ScheduleRules.Read(call, wish, call.Now);
        ScheduleLoop.Arm(call, schedule, call.Now);
        return new() { ScheduleArn = Names.Schedule(call.Scope, wish.Group, wish.Name) };
    }
}
