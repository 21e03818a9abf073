using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>Describes a schedule.</summary>
public sealed class GetSchedule : IReadOperation<GetScheduleRequest, GetScheduleResult>
{
    /// <inheritdoc/>
    public GetScheduleResult Run(GetScheduleRequest request, ReadCall call)
    {
        var found = ScheduleRules.Find(call, request.GroupName ?? ScheduleRules.DefaultGroup, request.Name!);
        ScheduleKeys.CheckRead(call, found.KmsKeyArn, Names.Schedule(call.Scope, found.Group, found.Name));
        return SchedulerViews.Schedule(call.Scope, found);
    }
}
