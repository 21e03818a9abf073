namespace Orrery.Contracts.Contents;

/// <summary>Kept bytes that are open: they can be read to the end, whatever is removed meanwhile.</summary>
public interface IContentReader : IDisposable
{
    /// <summary>The number of bytes.</summary>
    long Length { get; }

    /// <summary>Reads from a place on; 0 at the end.</summary>
    ValueTask<int> ReadAsync(Memory<byte> into, long at, CancellationToken cancellation = default);
}
