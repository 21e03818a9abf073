using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Scheduling;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Schedules;

/// <summary>Lists schedules, of one group or of all.</summary>
public sealed class ListSchedules : IReadOperation<ListSchedulesRequest, ListSchedulesResult>
{
    /// <inheritdoc/>
    public ListSchedulesResult Run(ListSchedulesRequest request, ReadCall call)
    {
        if (request.GroupName is { } group)
            ScheduleRules.Group(call, group);
        var schedules = call.Read(SchedulerTables.Schedules);
        var ofGroup = request.GroupName is { } name
            ? schedules.By(SchedulerTables.SchedulesByGroup, name)
            : schedules.All();
        var found = ofGroup
            .Where(s => request.NamePrefix is null || s.Name.StartsWith(request.NamePrefix, StringComparison.Ordinal))
            .Where(s => request.State is null || s.IsEnabled == (request.State == ScheduleState.Enabled));
        var (items, next) = Pages.Of(found, s => s.Key.Value, request.MaxResults, request.NextToken);
        return new() { Schedules = [.. items.Select(s => SchedulerViews.Summary(call.Scope, s))], NextToken = next };
    }
}
