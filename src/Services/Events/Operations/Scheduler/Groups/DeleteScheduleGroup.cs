using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>
/// Deletes a group with all of its schedules; it is DELETING until they are gone. Source: EventBridge
/// Scheduler User Guide, "Deleting a schedule group".
/// </summary>
public sealed class DeleteScheduleGroup : IWriteOperation<DeleteScheduleGroupRequest, DeleteScheduleGroupResult>
{
    /// <inheritdoc/>
    public DeleteScheduleGroupResult Run(DeleteScheduleGroupRequest request, Call call)
    {
        var group = ScheduleRules.Group(call, request.Name!);
        if (group.Name.Value == ScheduleRules.DefaultGroup)
            throw Errors.Validation("The default schedule group cannot be deleted.");
        if (group.IsDeleting)
            throw Errors.Conflict($"Schedule group {group.Name} is being deleted.");
        ScheduleGroupLoop.Begin(call, group);
        return new();
    }
}
