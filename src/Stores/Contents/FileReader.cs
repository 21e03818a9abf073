using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>An open file of kept bytes. Reads are answered by the page cache, mostly: waiting elsewhere would cost
/// more than it spares.</summary>
internal sealed class FileReader(IDiskFile file) : IContentReader
{
    /// <inheritdoc/>
    public long Length { get; } = file.Length;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<byte> into, long at, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Problems.Explain("read bytes", () => file.Read(into.Span, at)));
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
