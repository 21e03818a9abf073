using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>ListReplays.</summary>
public sealed class ListReplays : IReadOperation<ListReplaysRequest, ListReplaysResult>
{
}
