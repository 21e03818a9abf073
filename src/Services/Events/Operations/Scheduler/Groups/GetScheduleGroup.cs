using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>GetScheduleGroup.</summary>
public sealed class GetScheduleGroup : IReadOperation<GetScheduleGroupRequest, GetScheduleGroupResult>
{
}
