using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>CreateScheduleGroup.</summary>
public sealed class CreateScheduleGroup : IWriteOperation<CreateScheduleGroupRequest, CreateScheduleGroupResult>
{
}
