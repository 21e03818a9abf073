using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>StartReplay.</summary>
public sealed class StartReplay : IWriteOperation<StartReplayRequest, StartReplayResult>
{
}
