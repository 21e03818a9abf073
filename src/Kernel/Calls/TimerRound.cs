using Orrery.Kernel.State;
using Orrery.Kernel.Time;

namespace Orrery.Kernel.Calls;

/// <summary>Fires due timers one after the other.</summary>
internal sealed class TimerRound(Tip tip, Blueprint blueprint)
{
    /// <summary>
    /// More timers than this, made at one instant by timers of that instant, are a loop that never settles.
    /// </summary>
    private const int MostAtOneInstant = 10_000;

    /// <summary>Timers that fire in one call at most.</summary>
    private const int MostTogether = 256;

    private DateTimeOffset _instant;
    private long _began;
    private int _spawned;
    private int _alone;

    /// <summary>Fires the timer that is due first, and those that go together with it.</summary>
    /// <param name="until">What is due later is left.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>How many fired.</returns>
    public int Fire(DateTimeOffset until, int limit)
    {
        if (tip.Current.Timers.First() is not var (id, scope))
            return 0;
        var first = tip.Current.Read(KernelTables.Timers, scope).Find(id)!;
        if (first.Due > until)
            return 0;
        var now = WorldClock.NotBefore(first.Due, tip.Current.Instant);
        Enter(now);
        var info = tip.Internal(scope, $"timer:{first.Kind}");
        var most = Math.Min(limit, MostTogether);
        if (_alone > 0)
            _alone--;
        else if (most > 1 && GoesTogether(first) && TryTogether(new(info, now, until, most)) is > 0 and var fired)
            return fired;
        FireAlone(first, info, now);
        return 1;
    }

    private void FireAlone(TimerRecord timer, CallInfo info, DateTimeOffset now)
    {
        Count(timer);
        try
        {
            var handler = HandlerOf(timer);
            tip.Begin(info.Scope, now);
            tip.Commit(info, now, call => Fire(call, handler, timer));
        }
        catch (Exception error)
        {
            tip.Commit(info, now, call => Fail(call, timer, error));
        }
    }

    /// <summary>
    /// Fires timers in one call, with those that they make due at once; if that fails, nothing happened, and each of
    /// them fires alone.
    /// </summary>
    private int TryTogether(Turn turn)
    {
        if (_spawned > MostAtOneInstant)
            return 0;
        List<TimerRecord> fired = [];
        try
        {
            tip.Begin(turn.Info.Scope, turn.Now);
            tip.Commit(turn.Info, turn.Now, call => FireAll(call, turn, fired));
        }
        catch (Exception)
        {
            _alone = fired.Count - 1;
            return 0;
        }
        fired.ForEach(Count);
        return fired.Count;
    }

    /// <summary>
    /// Fires one timer after the other, in the order in which they would fire alone, up to the first that is of another
    /// instant or scope or does not go together with others.
    /// </summary>
    private bool FireAll(Call call, Turn turn, List<TimerRecord> fired)
    {
        fired.Clear();
        var place = turn.Info.Scope;
        foreach (var (id, scope) in DueIn(call))
        {
            if (scope != place || fired.Count >= turn.Most)
                break;

            // It may have been taken back by one before it.
            if (call.Read(KernelTables.Timers).Find(id) is not { } timer)
                continue;
            if (timer.Due > turn.Now || timer.Due > turn.Until || !GoesTogether(timer))
                break;
            fired.Add(timer);
            Fire(call, blueprint.TimerOf(timer.Kind)!, timer);
        }
        return true;
    }

    /// <summary>What was due before the call, and among it, as it comes, what the call itself makes due.</summary>
    private IEnumerable<(TimerId Id, Scope Scope)> DueIn(Call call)
    {
        var made = 0;
        foreach (var timer in tip.Current.Timers.All())
        {
            for (; made < call.DueNow.Count && TimerQueue.Compare(call.DueNow[made], timer) < 0; made++)
                yield return call.DueNow[made];
            yield return timer;
        }
        for (; made < call.DueNow.Count; made++)
            yield return call.DueNow[made];
    }

    private bool GoesTogether(TimerRecord timer) => blueprint.TimerOf(timer.Kind) is { Together: true };

    private ITimerHandler HandlerOf(TimerRecord timer) => _spawned > MostAtOneInstant
        ? throw new InvalidOperationException($"Timers of kind {timer.Kind} make one another due without end.")
        : blueprint.TimerOf(timer.Kind)
            ?? throw new InvalidOperationException($"Nothing handles timers of kind {timer.Kind}.");

    private static bool Fire(Call call, ITimerHandler handler, TimerRecord timer)
    {
        if (call.Cancel(timer.Id))
            handler.Fire(call, timer.Subject);
        return true;
    }

    private static bool Fail(Call call, TimerRecord timer, Exception error)
    {
        call.Cancel(timer.Id);
        var text = $"{error.GetType().Name}: {error.Message}";
        call.Write(KernelTables.FailedTimers).Put(new(timer, call.Now, text));
        return true;
    }

    private void Enter(DateTimeOffset now)
    {
        if (now == _instant)
            return;
        _instant = now;
        _began = tip.Current.Sequence;
        _spawned = 0;
    }

    private void Count(TimerRecord timer)
    {
        if (timer.Sequence > _began)
            _spawned++;
    }

    /// <summary>Timers that fire in one call.</summary>
    /// <param name="Info">The call.</param>
    /// <param name="Now">Its instant.</param>
    /// <param name="Until">What is due later is left.</param>
    /// <param name="Most">How many at most.</param>
    private readonly record struct Turn(CallInfo Info, DateTimeOffset Now, DateTimeOffset Until, int Most);
}
