using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>A storage that keeps nothing, to measure what a world itself takes.</summary>
internal sealed class DiscardingStorage : IStorage, IStore
{
    private StoreTip _tip;

    public StoreHeader Header { get; private set; } = null!;

    public long Oldest => 0;

    public IReadOnlyList<string> List() => [];

    public IStore Open(string name) => this;

    public IStore Create(string name, StoreHeader header)
    {
        Header = header;
        return this;
    }

    public IStore Fork(string name, string fork, long sequence) => this;

    public void Delete(string name) => throw new NotSupportedException();

    public StoreTip ReadTip() => _tip;

    public StoreTip ReadTip(DateTimeOffset instant) => _tip;

    public StoreTip ReadTip(long sequence) => _tip;

    public IReadOnlyList<Space> Spaces() => [];

    public IReadOnlyDictionary<Scope, long> Versions(long at) => new Dictionary<Scope, long>();

    public byte[]? Find(Space space, string key, long at) => null;

    public IReadOnlyList<StoredRow> Scan(Space space, string from, int limit, long at) => [];

    public long Count(Space space, long at) => 0;

    public IEnumerable<Commit> Journal(long from, long to) => [];

    public Task<long> CompareAndSwapAsync(IReadOnlyDictionary<Scope, long> expected, IReadOnlyList<Commit> batch)
    {
        _tip = new(batch[^1].Sequence, batch[^1].Instant);
        return Task.FromResult(batch[0].Sequence);
    }

    public Task RestoreAsync(
        StoreTip tip,
        IReadOnlyDictionary<Scope, long> versions,
        IAsyncEnumerable<(Space Space, StoredRow Row)> rows) => throw new NotSupportedException();

    public Task CompactAsync(long oldest) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
