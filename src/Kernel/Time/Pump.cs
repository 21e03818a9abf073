using Orrery.Kernel.Calls;

namespace Orrery.Kernel.Time;

/// <summary>Fires the timers of a live world when they are due in real time.</summary>
internal sealed class Pump : IAsyncDisposable
{
    /// <summary>The machine's timers take no longer spans than about 49 days; waking once more costs nothing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly Executor _executor;
    private readonly WorldClock _clock;
    private readonly ITimer _alarm;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private Task _loop = Task.CompletedTask;
    private volatile bool _stopped;

    public Pump(Executor executor, WorldClock clock, TimeProvider machine)
    {
        _executor = executor;
        _clock = clock;
        _alarm = machine.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to fire what is due.</summary>
    public void Start() => _loop = Task.Run(LoopAsync);

    /// <summary>Tells it that the world has changed: something else may be due next.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        Wake();
        await _loop;
        await _alarm.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        while (!_stopped)
        {
            var wait = UntilNext();
            if (wait == TimeSpan.Zero)
            {
                await FireAsync();
                continue;
            }
            _alarm.Change(wait, Timeout.InfiniteTimeSpan);
            await _wake.WaitAsync();
        }
    }

    private async Task FireAsync()
    {
        try
        {
            await _clock.FireDueAsync();
        }
        catch (ObjectDisposedException)
        {
            _stopped = true;
        }
        catch (Exception error)
        {
            // The store refused: the timers are still due. Try again when something changes, or after a while.
            _executor.Faulted?.Invoke(error);
            _alarm.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            await _wake.WaitAsync();
        }
    }

    private TimeSpan UntilNext()
    {
        if (_clock.IsMoving || _clock.Mode == ClockMode.Stepped || _clock.NextDue is not { } due)
            return Timeout.InfiniteTimeSpan;
        var now = _clock.Now;
        if (due <= now)
            return TimeSpan.Zero;
        // A machine timer counts milliseconds: round up, or it would wake a little early and spin.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(((due - now) / _clock.Rate).TotalMilliseconds));
        return wait < LongestWait ? wait : LongestWait;
    }
}
