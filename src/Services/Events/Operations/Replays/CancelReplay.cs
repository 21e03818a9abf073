using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>Stops a replay at its next step.</summary>
public sealed class CancelReplay : IWriteOperation<CancelReplayRequest, CancelReplayResult>
{
    /// <inheritdoc/>
    public CancelReplayResult Run(CancelReplayRequest request, Call call)
    {
        var replay = call.Read(Tables.Replays).Find(new(request.ReplayName!))
            ?? throw Errors.NotFound($"Replay {request.ReplayName}");
        if (replay.State is not (ReplayStatus.Starting or ReplayStatus.Running))
            throw Errors.IllegalStatus($"Replay {request.ReplayName} is not in a valid state for this operation.");
        replay = replay with { State = ReplayStatus.Cancelling };
        call.Write(Tables.Replays).Put(replay);
        return new() { ReplayArn = Names.Replay(call.Scope, replay.Name.Value), State = ReplayState.Cancelling };
    }
}
