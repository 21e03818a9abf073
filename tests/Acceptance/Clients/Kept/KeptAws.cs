using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Orrery.Tests.Acceptance.Clients.Kept;

/// <summary>
/// The installed aws CLI, kept loaded: most of a command's time are the start of its interpreter and the reading of
/// descriptions. Where the CLI does not belong to the python3 on the PATH, it is started for each command instead.
/// </summary>
internal static class KeptAws
{
    private static readonly Lazy<Task<string?>> Started = new(StartAsync);

    // Held, since it ends when its standard input does, which nobody is to close but the end of this process.
    private static Process? _server;

    /// <summary>A folder whose <c>aws</c> runs commands in the kept CLI; null where none is kept.</summary>
    public static Task<string?> FolderAsync() => Started.Value;

    private static async Task<string?> StartAsync()
    {
        if (OperatingSystem.IsWindows() || ClientProcess.Find("python3") is not { } python) return null;
        var folder = Directory.CreateTempSubdirectory("orrery-aws-").FullName;
        var socket = Path.Combine(folder, "socket");
        _server = Process.Start(new ProcessStartInfo(python, [Path.Combine(Here(), "kept_aws.py"), socket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (await _server.StandardOutput.ReadLineAsync() is not { } interpreter)
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }

        var aws = Path.Combine(folder, "aws");
        var caller = await File.ReadAllTextAsync(Path.Combine(Here(), "aws_caller.py"));
        await File.WriteAllTextAsync(aws, $"#!{interpreter} -IS\nSOCKET = \"{socket}\"\n{caller}");
        File.SetUnixFileMode(aws, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
