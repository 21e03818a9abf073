using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>Lists archives, by one of three filters.</summary>
public sealed class ListArchives : IReadOperation<ListArchivesRequest, ListArchivesResult>
{
    /// <inheritdoc/>
    public ListArchivesResult Run(ListArchivesRequest request, ReadCall call)
    {
        object?[] filters = [request.NamePrefix, request.EventSourceArn, request.State];
        var given = filters.Count(f => f is not null);
        if (given > 1)
            throw Errors.Validation(
                "At most one filter is allowed for ListArchives: NamePrefix, EventSourceArn or State.");
        var found = call.Read(Tables.Archives).All().Where(a =>
            (request.NamePrefix is null || a.Name.Value.StartsWith(request.NamePrefix, StringComparison.Ordinal))
            && (request.EventSourceArn is null || Names.Bus(call.Scope, a.Bus) == request.EventSourceArn)
            && request.State is null or ArchiveState.Enabled);
        var (items, next) = Pages.Of(found, a => a.Name.Value, request.Limit, request.NextToken);
        return new() { Archives = [.. items.Select(a => EventsViews.Archive(call.Scope, a))], NextToken = next };
    }
}
