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
        var timers = Next(until, Math.Min(limit, MostTogether));
        if (timers.Count == 0)
            return 0;
        var (first, scope) = timers[0];
        var now = WorldClock.NotBefore(first.Due, tip.Current.Instant);
        var info = tip.Internal(scope, $"timer:{first.Kind}");
        if (timers.Count > 1 && TryTogether(timers, info, now))
            return timers.Count;
        Count(first, now);
        try
        {
            var handler = HandlerOf(first);
            tip.Begin(scope, now);
            tip.Commit(info, now, call => Fire(call, handler, first));
        }
        catch (Exception error)
        {
            tip.Commit(info, now, call => Fail(call, first, error));
        }
        return 1;
    }

    /// <summary>The timers that fire next: one, or several if their handler takes them together.</summary>
    private List<(TimerRecord Timer, Scope Scope)> Next(DateTimeOffset until, int limit)
    {
        var timers = new List<(TimerRecord Timer, Scope Scope)>();
        foreach (var (id, scope) in tip.Current.Timers.All())
        {
            var timer = tip.Current.Read(KernelTables.Timers, scope).Find(id)!;
            if (timers.Count > 0)
            {
                var (first, place) = timers[0];
                if (timer.Due != first.Due || timer.Kind != first.Kind || scope != place)
                    break;
            }
            else if (timer.Due > until)
            {
                break;
            }
            timers.Add((timer, scope));
            if (timers.Count >= limit || _alone > 0 || blueprint.TimerOf(timer.Kind) is not { Together: true })
                break;
        }
        if (_alone > 0)
            _alone--;
        return timers;
    }

    /// <summary>Fires timers in one call; if that fails, nothing happened, and each of them fires alone.</summary>
    private bool TryTogether(List<(TimerRecord Timer, Scope Scope)> timers, CallInfo info, DateTimeOffset now)
    {
        foreach (var (timer, _) in timers)
            Count(timer, now);
        if (_spawned > MostAtOneInstant)
            return false;
        try
        {
            var handler = HandlerOf(timers[0].Timer);
            tip.Begin(info.Scope, now);
            tip.Commit(info, now, call => timers.TrueForAll(each => Fire(call, handler, each.Timer)));
            return true;
        }
        catch (Exception)
        {
            _alone = timers.Count - 1;
            return false;
        }
    }

    private ITimerHandler HandlerOf(TimerRecord timer) => _spawned > MostAtOneInstant
        ? throw new InvalidOperationException($"Timers of kind {timer.Kind} make one another due without end.")
        : blueprint.TimerOf(timer.Kind)
            ?? throw new InvalidOperationException($"Nothing handles timers of kind {timer.Kind}.");

    // One of several that were due together may have been taken back by one before it.
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

    private void Count(TimerRecord timer, DateTimeOffset now)
    {
        if (now != _instant)
        {
            _instant = now;
            _began = tip.Current.Sequence;
            _spawned = 0;
        }
        if (timer.Sequence > _began)
            _spawned++;
    }
}
