using Microsoft.Win32.SafeHandles;

namespace Orrery.Stores.Contents;

/// <summary>An open file of the machine.</summary>
internal sealed class MachineFile(SafeFileHandle handle) : IDiskFile
{
    /// <inheritdoc/>
    public long Length => RandomAccess.GetLength(handle);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, long at) => RandomAccess.Write(handle, bytes, at);

    /// <inheritdoc/>
    public int Read(Span<byte> into, long at) => RandomAccess.Read(handle, into, at);

    /// <inheritdoc/>
    public void Sync() => RandomAccess.FlushToDisk(handle);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
