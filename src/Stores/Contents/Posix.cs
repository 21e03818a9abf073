using System.Runtime.InteropServices;

namespace Orrery.Stores.Contents;

/// <summary>What .NET does not offer: syncing a folder (fsync(2): the file's own sync does not cover its
/// name).</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

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

    private static IOException Failed(string what, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"Cannot {what} {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
