using System.Runtime.InteropServices;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>The two Linux calls that move a thread into a network namespace (man 2 unshare, man 2 setns).</summary>
internal static partial class NamespaceCalls
{
    private const int NewNetwork = 0x40000000;

    /// <summary>Puts the calling thread into a new network namespace. False where that is not permitted.</summary>
    public static bool TryEnterNew() => Unshare(NewNetwork) == 0;

    /// <summary>Puts the calling thread into the network namespace of an open file.</summary>
    public static void Enter(SafeHandle file)
    {
        if (SetNamespace((int)file.DangerousGetHandle(), NewNetwork) != 0)
            throw new InvalidOperationException($"setns: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int file, int kind);
}
