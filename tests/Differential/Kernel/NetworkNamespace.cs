using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// A network namespace without a name: an open file holds it, so the kernel takes it away when the test disposes of it
/// or ends in whatever way. Nothing can be left over.
/// </summary>
internal sealed class NetworkNamespace : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly SafeFileHandle _file;

    private NetworkNamespace(SafeFileHandle file) => _file = file;

    /// <summary>The path by which other programs can name it while it lives.</summary>
    public string Path => $"/proc/{Environment.ProcessId}/fd/{_file.DangerousGetHandle()}";

    /// <summary>Makes one and sets its switches (below /proc/sys/net); null where that is not permitted.</summary>
    public static NetworkNamespace? TryMake(IReadOnlyList<(string Switch, string Value)> switches)
    {
        NetworkNamespace? made = null;
        OnThread(() =>
        {
            if (!NamespaceCalls.TryEnterNew())
                return;
            foreach (var (name, value) in switches)
                File.WriteAllText($"/proc/sys/net/{name}", value);
            made = new NetworkNamespace(File.OpenHandle(
                "/proc/thread-self/ns/net", FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        });
        return made;
    }

    /// <summary>Runs an action on a thread of the namespace; sockets made there stay in it.</summary>
    public void Run(Action action) => OnThread(() =>
    {
        NamespaceCalls.Enter(_file);
        action();
    });

    /// <summary>Gives a script to a program in the namespace: a child is in the namespace of the thread that began
    /// it.</summary>
    public void Feed(string program, string arguments, string script)
    {
        if (script.Length > 0)
            Run(() => FeedHere(program, arguments, script));
    }

    public void Dispose() => _file.Dispose();

    private static void FeedHere(string program, string arguments, string script)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEnd();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException($"{program} does not end:\n{script}");
        }

        if (process.ExitCode != 0 || errors.Length > 0)
            throw new InvalidOperationException($"{program} {arguments}: {errors}\n{script}");
    }

    // A thread of its own, which ends in the namespace that it went to.
    private static void OnThread(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
