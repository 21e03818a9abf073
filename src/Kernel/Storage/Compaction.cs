using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>Forgets history that is older than the world keeps, now and then, on the writer.</summary>
internal sealed class Compaction(IStore store, WorldSettings settings)
{
    private const int CommitsBetween = 256;

    /// <summary>In real time: readers may still hold a snapshot that was current so long ago.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly Queue<(long Sequence, DateTimeOffset Seen)> _tips = new();
    private long _last;
    private long _safe;

    public async Task RunAsync(Snapshot current)
    {
        if (settings.History is not { } history || current.Sequence - _last < CommitsBetween)
            return;
        _last = current.Sequence;
        var real = settings.Machine.GetUtcNow();
        _tips.Enqueue((current.Sequence, real));
        while (_tips.TryPeek(out var tip) && real - tip.Seen >= Grace)
            _safe = _tips.Dequeue().Sequence;
        if (current.Instant - DateTimeOffset.MinValue < history)
            return;
        var oldest = Math.Min(_safe, store.ReadTip(current.Instant - history).Sequence);
        if (oldest > store.Oldest)
            await store.CompactAsync(oldest);
    }
}
