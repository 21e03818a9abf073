using System.Collections.Concurrent;

namespace Orrery.Kernel.Storage;

/// <summary>Worlds that live as long as the process.</summary>
public sealed class MemoryStorage : IStorage
{
    private readonly ConcurrentDictionary<string, MemoryStore> _stores = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. _stores.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IStore Open(string name) => Get(name);

    /// <inheritdoc/>
    public IStore Create(string name, StoreHeader header) => Add(name, new(header));

    /// <inheritdoc/>
    public IStore Fork(string name, string fork, long sequence) => Add(fork, Get(name).Fork(sequence));

    /// <inheritdoc/>
    public void Delete(string name)
    {
        if (!_stores.TryRemove(name, out _))
            throw new UnknownWorldException(name);
    }

    /// <summary>Nothing to close.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private MemoryStore Get(string name) =>
        _stores.TryGetValue(name, out var store) ? store : throw new UnknownWorldException(name);

    private MemoryStore Add(string name, MemoryStore store) =>
        _stores.TryAdd(name, store) ? store : throw new WorldExistsException(name);
}
