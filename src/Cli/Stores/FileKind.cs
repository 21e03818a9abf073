using System.Runtime.InteropServices;

namespace Orrery.Cli.Stores;

/// <summary>
/// What .NET does not tell: whether an entry of a folder holds bytes. Opening a pipe waits until somebody writes.
/// </summary>
internal static partial class FileKind
{
    // statx(2) and inode(7) of Linux: the layout is the same on every machine.
    private const int Here = -100;
    private const int NotThroughLinks = 0x100;
    private const uint KindOnly = 1;
    private const int ModeAt = 28;
    private const int KindBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether it is a pipe, a socket or a device. Known on Linux only.</summary>
    public static bool IsOther(FileInfo file)
    {
        // None of them has a length.
        if (!OperatingSystem.IsLinux() || file.Length > 0) return false;
        var found = new byte[256];
        // What cannot be looked at is told when it is opened.
        return Look(Here, file.FullName, NotThroughLinks, KindOnly, found) == 0
            && (BitConverter.ToUInt16(found, ModeAt) & KindBits) != Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Look(int folder, string path, int flags, uint mask, [Out] byte[] found);
}
