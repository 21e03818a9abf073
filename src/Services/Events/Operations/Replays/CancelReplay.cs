using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>CancelReplay.</summary>
public sealed class CancelReplay : IWriteOperation<CancelReplayRequest, CancelReplayResult>
{
}
