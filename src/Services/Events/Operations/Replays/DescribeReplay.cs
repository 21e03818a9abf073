using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>Describes a replay.</summary>
public sealed class DescribeReplay : IReadOperation<DescribeReplayRequest, DescribeReplayResult>
{
    /// <inheritdoc/>
    public DescribeReplayResult Run(DescribeReplayRequest request, ReadCall call)
    {
        var replay = call.Read(Tables.Replays).Find(new(request.ReplayName!))
            ?? throw Errors.NotFound($"Replay {request.ReplayName}");
        var view = EventsViews.Replay(call.Scope, replay);
        return new()
        {
            ReplayName = view.ReplayName,
            ReplayArn = Names.Replay(call.Scope, replay.Name.Value),
            Description = replay.Description,
            State = view.State,
            StateReason = replay.Reason,
            EventSourceArn = view.EventSourceArn,
            Destination = new() { Arn = Names.Bus(call.Scope, replay.Bus), FilterArns = replay.Filters },
            EventStartTime = view.EventStartTime,
            EventEndTime = view.EventEndTime,
            EventLastReplayedTime = view.EventLastReplayedTime,
            ReplayStartTime = view.ReplayStartTime,
            ReplayEndTime = view.ReplayEndTime,
        };
    }
}
