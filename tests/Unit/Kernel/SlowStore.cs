using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Tests.Kernel;

/// <summary>A store whose commits wait and fail as the test says, and that counts what is read.</summary>
internal sealed class SlowStore(MemoryStore inner) : IStore
{
    private TaskCompletionSource _entered = New();
    private TaskCompletionSource? _held;

    public int Batches { get; private set; }

    /// <summary>Rows that were looked up, those that were not there included.</summary>
    public int Finds { get; private set; }

    public Exception? Fail { get; set; }

    /// <summary>Whether <see cref="Fail"/> is for one batch only.</summary>
    public bool FailsOnce { get; set; }

    public Exception? FailAfter { get; set; }

    public Task Entered => _entered.Task;

    public StoreHeader Header => inner.Header;

    public long Oldest => inner.Oldest;

    public void Hold() => (_held, _entered) = (New(), New());

    public void Release() => _held!.SetResult();

    public StoreTip ReadTip() => inner.ReadTip();

    public StoreTip ReadTip(DateTimeOffset instant) => inner.ReadTip(instant);

    public StoreTip ReadTip(long sequence) => inner.ReadTip(sequence);

    public IReadOnlyList<Space> Spaces() => inner.Spaces();

    public IReadOnlyDictionary<Scope, long> Versions(long at) => inner.Versions(at);

    public byte[]? Find(Space space, string key, long at)
    {
        Finds++;
        return inner.Find(space, key, at);
    }

    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at) =>
        inner.Scan(space, from, limit, at);

    public long Count(Space space, long at) => inner.Count(space, at);

    public IEnumerable<Commit> Journal(long from, long to) => inner.Journal(from, to);

    public async Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch)
    {
        if (_held is { } held)
        {
            _entered.TrySetResult();
            await held.Task;
            _held = null;
        }
        else
        {
            Batches++;
        }
        if (Fail is { } fail)
        {
            if (FailsOnce)
                Fail = null;
            throw fail;
        }
        var first = await inner.CompareAndSwapAsync(expected, batch);
        return FailAfter is { } failAfter ? throw failAfter : first;
    }

    public Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows) => inner.RestoreAsync(tip, versions, rows);

    public Task CompactAsync(long oldest) => inner.CompactAsync(oldest);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
