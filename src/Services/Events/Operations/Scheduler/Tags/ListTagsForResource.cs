using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Tags;

/// <summary>Lists the tags of a group of schedules.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        var tags = ScheduleRules.GroupOf(call, request.ResourceArn!).Tags;
        return new() { Tags = [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })] };
    }
}
