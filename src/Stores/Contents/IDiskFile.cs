namespace Orrery.Stores.Contents;

/// <summary>An open file.</summary>
internal interface IDiskFile : IDisposable
{
    /// <summary>The number of its bytes.</summary>
    long Length { get; }

    /// <summary>Writes at a place.</summary>
    void Write(ReadOnlySpan<byte> bytes, long at);

    /// <summary>Reads at a place; 0 at the end.</summary>
    int Read(Span<byte> into, long at);

    /// <summary>Makes sure of what was written.</summary>
    void Sync();
}
