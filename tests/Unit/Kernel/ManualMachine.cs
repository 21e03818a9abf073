namespace Orrery.Tests.Kernel;

/// <summary>A machine's clock that moves when the test says so.</summary>
internal sealed class ManualMachine(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Set)> _waiting = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        lock (_lock)
            _alarms.Add(alarm);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Completes when an alarm is set for an instant.</summary>
    public Task AlarmAsync(DateTimeOffset due)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((due, set));
            Tell();
        }
        return set.Task;
    }

    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _alarms.Where(alarm => alarm.Due <= _now)];
        }
        foreach (var alarm in due)
            alarm.Ring();
    }

    private void Tell()
    {
        foreach (var (due, set) in _waiting)
        {
            if (_alarms.Any(alarm => alarm.Due == due))
                set.TrySetResult();
        }
    }

    private sealed class Alarm(ManualMachine machine, Action callback) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (machine._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : machine._now + dueTime;
                machine.Tell();
            }
            return true;
        }

        public void Ring()
        {
            Due = null;
            callback();
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
