using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>A store that counts the rows that are read from it, by table.</summary>
internal sealed class CountingStore(IStore inner, Dictionary<string, long> read) : IStore
{
    public StoreHeader Header => inner.Header;

    public long Oldest => inner.Oldest;

    public StoreTip ReadTip() => inner.ReadTip();

    public StoreTip ReadTip(DateTimeOffset instant) => inner.ReadTip(instant);

    public StoreTip ReadTip(long sequence) => inner.ReadTip(sequence);

    public IReadOnlyList<Space> Spaces() => inner.Spaces();

    public IReadOnlyDictionary<Scope, long> Versions(long at) => inner.Versions(at);

    public byte[]? Find(Space space, string key, long at)
    {
        Count(space, 1);
        return inner.Find(space, key, at);
    }

    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at)
    {
        var rows = inner.Scan(space, from, limit, at);
        Count(space, rows.Count);
        return rows;
    }

    public long Count(Space space, long at) => inner.Count(space, at);

    public IEnumerable<Commit> Journal(long from, long to) => inner.Journal(from, to);

    public Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch) =>
        inner.CompareAndSwapAsync(expected, batch);

    public Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows) => inner.RestoreAsync(tip, versions, rows);

    public Task CompactAsync(long oldest) => inner.CompactAsync(oldest);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Count(Space space, int rows)
    {
        lock (read)
            read[space.Table] = read.GetValueOrDefault(space.Table) + rows;
    }
}
