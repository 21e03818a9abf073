using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Orrery.Stores.Contents;

/// <summary>
/// What .NET does not offer: syncing a folder (fsync(2): the file's own sync does not cover its name), and giving back
/// memory that holds a file.
/// </summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

    /// <summary>POSIX_FADV_DONTNEED of Linux.</summary>
    private const int NotNeeded = 4;

    /// <summary>Syncs a folder.</summary>
    public static void SyncFolder(string path)
    {
        var folder = Open(path, ReadOnly);
        if (folder < 0) throw Failed("open", path);
        try
        {
            if (Sync(folder) != 0) throw Failed("sync", path);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    /// <summary>Gives back the memory in which the machine holds a file that was synced (posix_fadvise(2)).</summary>
    public static void Release(SafeFileHandle file) => _ = Advise(file, 0, 0, NotNeeded);

    private static IOException Failed(string what, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"Cannot {what} {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    // Advice: whether it was taken changes nothing that can be read.
    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long from, long length, int advice);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
