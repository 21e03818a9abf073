namespace Orrery.Stores.Contents;

/// <summary>Who holds a store, and who waits until those are done who hold it now.</summary>
internal sealed class Holds
{
    private readonly Lock _lock = new();
    private readonly SortedSet<long> _held = [];
    private readonly Queue<(long Last, TaskCompletionSource Done)> _waiting = new();
    private long _last;

    /// <summary>Holds until disposed.</summary>
    public IDisposable Take()
    {
        lock (_lock)
        {
            _held.Add(++_last);
            return new One(this, _last);
        }
    }

    /// <summary>Completes when all are done who hold now.</summary>
    public Task AfterNowAsync()
    {
        lock (_lock)
        {
            if (_held.Count == 0) return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((_last, done));
            return done.Task;
        }
    }

    private void Give(long number)
    {
        lock (_lock)
        {
            _held.Remove(number);
            var oldest = _held.Count == 0 ? long.MaxValue : _held.Min;
            while (_waiting.TryPeek(out var first) && first.Last < oldest)
                _waiting.Dequeue().Done.SetResult();
        }
    }

    private sealed class One(Holds holds, long number) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0) holds.Give(number);
        }
    }
}
