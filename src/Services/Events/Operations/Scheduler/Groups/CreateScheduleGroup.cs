using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>Makes a group of schedules.</summary>
public sealed class CreateScheduleGroup : IWriteOperation<CreateScheduleGroupRequest, CreateScheduleGroupResult>
{
    /// <inheritdoc/>
    public CreateScheduleGroupResult Run(CreateScheduleGroupRequest request, Call call)
    {
        var name = request.Name!;
        if (name == ScheduleRules.DefaultGroup || call.Read(SchedulerTables.Groups).Contains(new(name)))
            throw Errors.Conflict($"Schedule group {name} already exists.");
        if (call.Read(SchedulerTables.Groups).Count >= ScheduleRules.MostGroups)
            throw Errors.Quota("Quota exceeded: 500 schedule groups.");
        call.Write(SchedulerTables.Groups).Put(new()
        {
            Name = new(name),
            Created = call.Now,
            Modified = call.Now,
            Tags = TagRules.Of(request.Tags?.Select(t => KeyValuePair.Create(t.Key!, t.Value!))),
        });
        return new() { ScheduleGroupArn = Names.Group(call.Scope, name) };
    }
}
