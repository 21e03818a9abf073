using System.Collections.Concurrent;
using System.Globalization;
using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Keeps bytes in memory: for worlds that end with the process, and for tests.</summary>
public sealed class MemoryContents : IContentStore
{
    private readonly ConcurrentDictionary<ContentId, MemoryPages> _fresh = new();
    private readonly ConcurrentDictionary<ContentId, MemoryPages> _kept = new();
    private readonly Holds _holds = new();
    private long _last;

    /// <inheritdoc/>
    public IContentIntake Begin() => new MemoryIntake(this);

    /// <inheritdoc/>
    public IContentReader Open(ContentId id)
    {
        if (_kept.TryGetValue(id, out var pages) || _fresh.TryGetValue(id, out pages)
            || _kept.TryGetValue(id, out pages))
            return new MemoryReader(pages);
        throw new ContentException($"There are no bytes {id}.") { IsMissing = true };
    }

    /// <inheritdoc/>
    public void Settle(ContentId id)
    {
        if (!_fresh.TryGetValue(id, out var pages)) return;
        _kept[id] = pages;
        _fresh.TryRemove(id, out _);
    }

    /// <inheritdoc/>
    public void Discard(ContentId id) => _fresh.TryRemove(id, out _);

    /// <inheritdoc/>
    public async Task RemoveAsync(IReadOnlyCollection<ContentId> ids)
    {
        await _holds.AfterNowAsync().ConfigureAwait(false);
        foreach (var id in ids)
        {
            _fresh.TryRemove(id, out _);
            _kept.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public IDisposable Hold() => _holds.Take();

    /// <inheritdoc/>
    public IReadOnlyList<ContentId> Unsettled() => [];

    /// <inheritdoc/>
    public IEnumerable<ContentId> Settled() => _kept.Keys;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    /// <summary>Takes whole bytes in.</summary>
    internal ContentId Add(MemoryPages pages)
    {
        var number = Interlocked.Increment(ref _last);
        var id = new ContentId(string.Create(CultureInfo.InvariantCulture, $"1-{number}"));
        _fresh[id] = pages;
        return id;
    }
}
