using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Bytes on their way into memory.</summary>
internal sealed class MemoryIntake(MemoryContents store) : IContentIntake
{
    private readonly MemoryPages _pages = new();

    /// <inheritdoc/>
    public long Length => _pages.Length;

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _pages.Append(bytes.Span);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<ContentId> FinishAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _pages.Trim();
        return new(store.Add(_pages));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
