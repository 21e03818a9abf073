using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>ListScheduleGroups.</summary>
public sealed class ListScheduleGroups : IReadOperation<ListScheduleGroupsRequest, ListScheduleGroupsResult>
{
}
