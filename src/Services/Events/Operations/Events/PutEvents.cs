using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Events;

/// <summary>PutEvents.</summary>
public sealed class PutEvents : IWriteOperation<PutEventsRequest, PutEventsResult>
{
}
