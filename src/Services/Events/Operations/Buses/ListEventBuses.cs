using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>ListEventBuses.</summary>
public sealed class ListEventBuses : IReadOperation<ListEventBusesRequest, ListEventBusesResult>
{
}
