using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Archives;
using Orrery.Services.Events.Rules.Delivering;
using Orrery.Services.Events.Rules.Keys;

namespace Orrery.Services.Events.Loops;

/// <summary>
/// Replays archived events, a minute of them at a time: the events of one minute come before those of the next. Source:
/// EventBridge User Guide, "Replaying archived events". How long a step takes with AWS is guessed.
/// </summary>
public sealed class ReplayLoop : ITimerHandler
{
    internal const string TimerKind = "events.replay";

    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a replay on its way.</summary>
    internal static void Begin(Call call, ReplayRecord replay) => call.Settle(TimerKind, Step, replay.Name.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Replays).Find(new(subject)) is not { } replay)
            return;
        var next = replay.State switch
        {
            ReplayStatus.Starting => replay with { State = ReplayStatus.Running },
            ReplayStatus.Cancelling => replay with { State = ReplayStatus.Cancelled, Ended = call.Now },
            ReplayStatus.Running => Run(call, replay),
            _ => replay,
        };
        call.Write(Tables.Replays).Put(next);
        if (next.State is ReplayStatus.Running)
            call.Settle(TimerKind, Step, subject);
    }

    private static ReplayRecord Run(Call call, ReplayRecord replay)
    {
        if (call.Read(Tables.Archives).Find(new(replay.Archive)) is not { } archive)
            return replay with { State = ReplayStatus.Failed, Ended = call.Now };
        if (EventKeys.OfReplay(call, call.Scope, archive) is { } refusal)
            return replay with { State = ReplayStatus.Failed, Ended = call.Now, Reason = refusal.Message };
        var begin = replay.Cursor is { } cursor ? new(cursor) : Keeping.Key(archive, replay.From, 0);
        var batch = Keeping.From(call, archive, begin)
            .SkipWhile(kept => kept.Key.Value == replay.Cursor)
            .TakeWhile(kept => kept.At < replay.To)
            .Take(MostAtOnce).ToList();
        if (batch.Count == 0)
            return replay with { State = ReplayStatus.Completed, Ended = call.Now };
        var minute = Minute(batch[0].At);
        batch = [.. batch.TakeWhile(kept => Minute(kept.At) == minute)];
        foreach (var kept in batch)
            Send(call, replay, kept);
        return replay with { Cursor = batch[^1].Key.Value, Last = batch[^1].At };
    }

    private static void Send(Call call, ReplayRecord replay, ArchivedRecord kept)
    {
        using var original = JsonDocument.Parse(kept.Event);
        var json = Envelope.Rewrite(original.RootElement, (Keeping.ReplayName, replay.Name.Value), null);
        using var document = JsonDocument.Parse(json);
        Router.Match(
            call, (call.Scope, replay.Bus), new(document.RootElement, json),
            replay.Filters.IsEmpty ? null : replay.Filters);
    }

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;
}
