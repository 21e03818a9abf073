using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>Describes a group of schedules.</summary>
public sealed class GetScheduleGroup : IReadOperation<GetScheduleGroupRequest, GetScheduleGroupResult>
{
    /// <inheritdoc/>
    public GetScheduleGroupResult Run(GetScheduleGroupRequest request, ReadCall call)
    {
        var group = SchedulerViews.Group(call.Scope, ScheduleRules.Group(call, request.Name!));
        return new()
        {
            Arn = group.Arn,
            CreationDate = group.CreationDate,
            LastModificationDate = group.LastModificationDate,
            Name = group.Name,
            State = group.State,
        };
    }
}
