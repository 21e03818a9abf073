using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;

namespace Orrery.Operations;

/// <summary>
/// One who waits. In a live world the wait lasts as long as it takes by the world's clock; where the clock is
/// stepped, it ends when the clock passes the deadline, or when the same span has passed for the client.
/// </summary>
internal sealed class Waiter : IDisposable
{
    private readonly WaitingRoom _room;
    private readonly CallInfo _info;
    private readonly TimeProvider _machine;
    private readonly DateTimeOffset _machineEnd;
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly ITimer _alarm;

    public Waiter(WaitingRoom room, Wait wait, CallInfo info, TimeProvider machine)
    {
        _room = room;
        Wait = wait;
        _info = info;
        _machine = machine;
        _machineEnd = machine.GetUtcNow() + (wait.Until - room.World.Clock.Now);
        _alarm = machine.CreateTimer(
            static waiter => ((Waiter)waiter!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What it waits for.</summary>
    public Wait Wait { get; }

    private bool IsOver =>
        _room.IsClosed
        || _room.World.Clock.Now >= Wait.Until
        || (_room.World.Clock.Mode == ClockMode.Stepped && _machine.GetUtcNow() >= _machineEnd);

    /// <summary>Tells it to look again.</summary>
    public void Wake()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
        catch (ObjectDisposedException)
        {
            // It has gone meanwhile.
        }
    }

    /// <summary>Waits until another run is worth its while; false when its time is over.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        while (!IsOver)
        {
            var ready = _room.World.Query(_info, Wait.Ready);
            if (ready <= _room.World.Clock.Now)
                return true;
            Arm(ready);
            await _signal.WaitAsync(cancellation);
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _room.Leave(this);
        _alarm.Dispose();
        _signal.Dispose();
    }

    private void Arm(DateTimeOffset? ready)
    {
        var clock = _room.World.Clock;
        var span = clock.Mode == ClockMode.Stepped
            ? _machineEnd - _machine.GetUtcNow()
            : ((ready < Wait.Until ? ready.Value : Wait.Until) - clock.Now) / clock.Rate;

        // A machine timer counts milliseconds: round up, or it would wake a little early and spin.
        var milliseconds = Math.Clamp(Math.Ceiling(span.TotalMilliseconds), 1, TimeSpan.FromHours(1).TotalMilliseconds);
        _alarm.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
