using Microsoft.Win32.SafeHandles;

namespace Orrery.Stores.Contents;

/// <summary>An open file of the machine.</summary>
internal sealed class MachineFile(SafeFileHandle handle) : IDiskFile
{
    /// <summary>
    /// Bytes beyond which a file is not held in the memory of the machine once it is on the disk: gigabytes that pass
    /// through would push out what others have there, and memory that was used a moment ago is cheaper to write into.
    /// </summary>
    private const int Large = 128 * 1024;

    /// <inheritdoc/>
    public long Length => RandomAccess.GetLength(handle);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, long at) => RandomAccess.Write(handle, bytes, at);

    /// <inheritdoc/>
    public int Read(Span<byte> into, long at) => RandomAccess.Read(handle, into, at);

    /// <inheritdoc/>
    public void Sync()
    {
        RandomAccess.FlushToDisk(handle);
        if (OperatingSystem.IsLinux() && Length > Large) Posix.Release(handle);
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
