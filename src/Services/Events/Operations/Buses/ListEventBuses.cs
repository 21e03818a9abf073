using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Lists the event buses.</summary>
public sealed class ListEventBuses : IReadOperation<ListEventBusesRequest, ListEventBusesResult>
{
    /// <inheritdoc/>
    public ListEventBusesResult Run(ListEventBusesRequest request, ReadCall call)
    {
        var found = call.Read(Tables.Buses).All()
            .Where(
                b => request.NamePrefix is null
                    || b.Name.Value.StartsWith(request.NamePrefix, StringComparison.Ordinal));
        var (items, next) = Pages.Of(found, b => b.Name.Value, request.Limit, request.NextToken);
        return new() { EventBuses = [.. items.Select(b => EventsViews.Bus(call.Scope, b))], NextToken = next };
    }
}
