using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>Lists replays, by one of three filters.</summary>
public sealed class ListReplays : IReadOperation<ListReplaysRequest, ListReplaysResult>
{
    /// <inheritdoc/>
    public ListReplaysResult Run(ListReplaysRequest request, ReadCall call)
    {
        object?[] filters = [request.NamePrefix, request.EventSourceArn, request.State];
        var given = filters.Count(f => f is not null);
        if (given > 1)
            throw Errors.Validation(
                "At most one filter is allowed for ListReplays: NamePrefix, EventSourceArn or State.");
        var found = call.Read(Tables.Replays).All().Where(r =>
            (request.NamePrefix is null || r.Name.Value.StartsWith(request.NamePrefix, StringComparison.Ordinal))
            && (request.EventSourceArn is null || Names.Archive(call.Scope, r.Archive) == request.EventSourceArn)
            && (request.State is null || EventsViews.State(r.State) == request.State));
        var (items, next) = Pages.Of(found, r => r.Name.Value, request.Limit, request.NextToken);
        return new() { Replays = [.. items.Select(r => EventsViews.Replay(call.Scope, r))], NextToken = next };
    }
}
