using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>UpdateEventBus.</summary>
public sealed class UpdateEventBus : IWriteOperation<UpdateEventBusRequest, UpdateEventBusResult>
{
}
