using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>DeleteEventBus.</summary>
public sealed class DeleteEventBus : IWriteOperation<DeleteEventBusRequest, DeleteEventBusResult>
{
}
