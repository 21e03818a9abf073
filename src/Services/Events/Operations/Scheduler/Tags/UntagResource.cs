using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Tags;

/// <summary>Removes tags of a group of schedules.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var group = ScheduleRules.GroupOf(call, request.ResourceArn!);
        call.Write(SchedulerTables.Groups).Put(
            group with { Tags = group.Tags.RemoveRange(request.TagKeys!), Modified = call.Now });
        return new();
    }
}
