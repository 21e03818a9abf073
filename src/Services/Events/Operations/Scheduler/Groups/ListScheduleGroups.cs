using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Groups;

/// <summary>Lists the groups of schedules.</summary>
public sealed class ListScheduleGroups : IReadOperation<ListScheduleGroupsRequest, ListScheduleGroupsResult>
{
    /// <inheritdoc/>
    public ListScheduleGroupsResult Run(ListScheduleGroupsRequest request, ReadCall call)
    {
        var found = call.Read(SchedulerTables.Groups).All()
            .Where(
                g => request.NamePrefix is null
                    || g.Name.Value.StartsWith(request.NamePrefix, StringComparison.Ordinal));
        var (items, next) = Pages.Of(found, g => g.Name.Value, request.MaxResults, request.NextToken);
        return new() { ScheduleGroups = [.. items.Select(g => SchedulerViews.Group(call.Scope, g))], NextToken = next };
    }
}
