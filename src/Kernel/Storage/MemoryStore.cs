using Orrery.Kernel.State;
using History = Orrery.Kernel.State.PersistentMap<
    long, Orrery.Kernel.Storage.MemoryState, Orrery.Kernel.State.LongOrder>;

namespace Orrery.Kernel.Storage;

/// <summary>A store that lives as long as the process. Forks share all rows and all history with it.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock _commit = new();
    private volatile History _history;

    /// <summary>An empty store.</summary>
    public MemoryStore(StoreHeader header)
        : this(header, History.Empty.Put(0, MemoryState.Empty(header.Start)))
    {
    }

    private MemoryStore(StoreHeader header, History history)
    {
        Header = header;
        _history = history;
    }

    /// <inheritdoc/>
    public StoreHeader Header { get; }

    /// <inheritdoc/>
    public long Oldest => _history.All().First().Key;

    /// <inheritdoc/>
    public StoreTip ReadTip() => Last(_history).Tip;

    /// <inheritdoc/>
    public StoreTip ReadTip(long sequence) => At(sequence).Tip;

    /// <inheritdoc/>
    public StoreTip ReadTip(DateTimeOffset instant)
    {
        var history = _history;
        long low = history.All().First().Key, high = Last(history).Tip.Sequence;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (history.TryFind(middle, out var state) && state.Tip.Instant <= instant)
                low = middle;
            else
                high = middle - 1;
        }
        return At(low).Tip;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Space> Spaces() => [.. Last(_history).Spaces.All().Select(static entry => entry.Key)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<Scope, long> Versions(long at) => At(at).Versions.All().ToDictionary();

    /// <inheritdoc/>
    public byte[]? Find(Space space, string key, long at) =>
        At(at).Rows(space).TryFind(key, out var json) ? json : null;

    /// <inheritdoc/>
    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at) =>
        [.. At(at).Rows(space).From(from).Take(limit).Select(static entry => new StoredRow(entry.Key, entry.Value))];

    /// <inheritdoc/>
    public long Count(Space space, long at) => At(at).Rows(space).Count;

    /// <inheritdoc/>
    public IEnumerable<Commit> Journal(long from, long to) =>
        _history.From(from)
            .TakeWhile(entry => entry.Key <= to)
            .Select(static entry => entry.Value.Commit)
            .OfType<Commit>();

    /// <inheritdoc/>
    public Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch)
    {
        lock (_commit)
        {
            var history = _history;
            var state = Last(history);
            foreach (var (scope, version) in expected)
            {
                if (state.VersionOf(scope) != version)
                    throw new StoreConflictException(scope, version, state.VersionOf(scope));
            }
            var first = state.Tip.Sequence + 1;
            foreach (var commit in batch)
            {
                state = state.With(Placed(commit, state.Tip));
                history = history.Put(state.Tip.Sequence, state);
            }
            _history = history;
            return Task.FromResult(first);
        }
    }

    /// <inheritdoc/>
    public async Task RestoreAsync(
        StoreTip tip, IReadOnlyDictionary<Scope, long> versions, IAsyncEnumerable<(Space Space, StoredRow Row)> rows)
    {
        var state = MemoryState.Empty(tip.Instant) with { Tip = tip };
        foreach (var (scope, version) in versions)
            state = state with { Versions = state.Versions.Put(scope, version) };
        await foreach (var (space, row) in rows)
            state = state with { Spaces = state.Spaces.Put(space, state.Rows(space).Put(row.Key, row.Json)) };
        lock (_commit)
            _history = History.Empty.Put(tip.Sequence, state);
    }

    /// <inheritdoc/>
    public Task CompactAsync(long oldest)
    {
        lock (_commit)
        {
            var state = At(oldest);
            _history = History.FromSorted([.. _history.From(oldest)]).Put(oldest, state with { Commit = null });
        }
        return Task.CompletedTask;
    }

    /// <summary>Nothing to close: the rows stay for as long as somebody holds the store.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A store that begins as this one was at a commit.</summary>
    internal MemoryStore Fork(long sequence)
    {
        At(sequence);
        return new(Header, History.FromSorted([.. _history.All().TakeWhile(entry => entry.Key <= sequence)]));
    }

    /// <summary>If others have committed since the batch was made, its commits come after theirs.</summary>
    private static Commit Placed(Commit commit, StoreTip tip)
    {
        var instant = commit.Instant < tip.Instant ? tip.Instant : commit.Instant;
        return commit.Sequence == tip.Sequence + 1 && instant == commit.Instant
            ? commit
            : commit with { Sequence = tip.Sequence + 1, Instant = instant };
    }

    private static MemoryState Last(History history) =>
        history.TryLastUpTo(long.MaxValue, out var entry) ? entry.Value : throw new InvalidOperationException();

    private MemoryState At(long sequence)
    {
        var history = _history;
        return history.TryFind(sequence, out var state)
            ? state
            : sequence < history.All().First().Key
                ? throw new HistoryGoneException(sequence, history.All().First().Key)
                : throw new ArgumentOutOfRangeException(nameof(sequence), $"There is no commit {sequence} yet.");
    }
}
