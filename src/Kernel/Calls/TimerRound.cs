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

    private DateTimeOffset _instant;
    private long _began;
    private int _spawned;

    /// <summary>Fires the timer if it is due; false if it is not.</summary>
    public bool TryFire(TimerId id, Scope scope, DateTimeOffset until)
    {
        var timer = tip.Current.Read(KernelTables.Timers, scope).Find(id)!;
        if (timer.Due > until)
            return false;
        var now = WorldClock.NotBefore(timer.Due, tip.Current.Instant);
        Count(timer, now);
        var info = tip.Internal(scope, $"timer:{timer.Kind}");
        try
        {
            if (_spawned > MostAtOneInstant)
                throw new InvalidOperationException($"Timers of kind {timer.Kind} make one another due without end.");
            var handler = blueprint.TimerOf(timer.Kind)
                ?? throw new InvalidOperationException($"Nothing handles timers of kind {timer.Kind}.");
            tip.Begin(scope, now);
            tip.Commit(info, now, call => Fire(call, handler, timer));
        }
        catch (Exception error)
        {
            tip.Commit(info, now, call => Fail(call, timer, error));
        }
        return true;
    }

    private static bool Fire(Call call, ITimerHandler handler, TimerRecord timer)
    {
        call.Cancel(timer.Id);
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
