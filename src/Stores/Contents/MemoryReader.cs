using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Open bytes in memory.</summary>
internal sealed class MemoryReader(MemoryPages pages) : IContentReader
{
    /// <inheritdoc/>
    public long Length => pages.Length;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<byte> into, long at, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(pages.Read(into.Span, at));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
