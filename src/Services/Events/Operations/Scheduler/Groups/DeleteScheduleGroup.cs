using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>DeleteScheduleGroup.</summary>
public sealed class DeleteScheduleGroup : IWriteOperation<DeleteScheduleGroupRequest, DeleteScheduleGroupResult>
{
}
