using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Tags;

/// <summary>Adds or changes tags of a group of schedules.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var group = ScheduleRules.GroupOf(call, request.ResourceArn!);
        var tags = TagRules.With(group.Tags, request.Tags!.Select(t => KeyValuePair.Create(t.Key!, t.Value!)));
        call.Write(SchedulerTables.Groups).Put(group with { Tags = tags, Modified = call.Now });
        return new();
    }
}
