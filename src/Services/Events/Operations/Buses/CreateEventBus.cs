using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>CreateEventBus.</summary>
public sealed class CreateEventBus : IWriteOperation<CreateEventBusRequest, CreateEventBusResult>
{
}
