using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>Sends archived events of a time to their bus again.</summary>
public sealed class StartReplay : IWriteOperation<StartReplayRequest, StartReplayResult>
{
    /// <inheritdoc/>
    public StartReplayResult Run(StartReplayRequest request, Call call)
    {
        var bus = CheckedBus(request, call);
        if (call.Read(Tables.Replays).Contains(new(request.ReplayName!)))
            throw Errors.Exists($"Replay {request.ReplayName}");
        if (call.Read(Tables.Replays).All().Count(r => r.Ended is null) >= EventsQuotas.Replays)
            throw Errors.Limit("The requested resource exceeds the maximum number allowed: 10 active replays.");
        var replay = new ReplayRecord
        {
            Name = new(request.ReplayName!),
            Archive = Names.Parts(request.EventSourceArn!, "events")!.Value.Resource["archive/".Length..],
            Bus = bus,
            Filters = [.. request.Destination!.FilterArns ?? []],
            Description = request.Description,
            From = request.EventStartTime!.Value,
            To = request.EventEndTime!.Value,
            State = ReplayStatus.Starting,
            Started = call.Now,
        };
        call.Write(Tables.Replays).Put(replay);
        ReplayLoop.Begin(call, replay);
        return new()
        {
            ReplayArn = Names.Replay(call.Scope, request.ReplayName!),
            State = ReplayState.Starting,
            ReplayStartTime = call.Now,
        };
    }

    private static string CheckedBus(StartReplayRequest request, ReadCall call)
    {
        var archive = Names.Parts(request.EventSourceArn!, "events") is { } source && source.Scope == call.Scope
            && source.Resource.StartsWith("archive/", StringComparison.Ordinal)
            ? call.Read(Tables.Archives).Find(new(source.Resource["archive/".Length..]))
            : null;
        if (archive is null)
            throw Errors.NotFound($"Archive {request.EventSourceArn}");
        if (request.EventStartTime >= request.EventEndTime)
            throw Errors.Validation(
                "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.");
        if (request.Destination!.Arn != Names.Bus(call.Scope, archive.Bus))
            throw Errors.Validation(
                "Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.");
        var rules = call.Read(Tables.Rules).By(Tables.RulesByBus, archive.Bus).Select(r => Names.Rule(call.Scope, r));
        if (request.Destination.FilterArns?.FirstOrDefault(f => !rules.Contains(f)) is { } unknown)
            throw Errors.NotFound($"Rule {unknown} of the archive's event bus");
        return archive.Bus;
    }
}
