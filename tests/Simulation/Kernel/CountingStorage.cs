using Orrery.Kernel.Storage;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>A storage that counts the rows that are read from it.</summary>
internal sealed class CountingStorage(IStorage inner) : IStorage
{
    private readonly Dictionary<string, long> _read = [];

    public long RowsOf(string table) => _read.GetValueOrDefault(table);

    public IReadOnlyList<string> List() => inner.List();

    public IStore Open(string name) => new CountingStore(inner.Open(name), _read);

    public IStore Create(string name, StoreHeader header) => new CountingStore(inner.Create(name, header), _read);

    public IStore Fork(string name, string fork, long sequence) =>
        new CountingStore(inner.Fork(name, fork, sequence), _read);

    public void Delete(string name) => inner.Delete(name);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
