using System.Diagnostics;

namespace Orrery.Cli.Doctor;

/// <summary>Looks for clients of AWS on this machine.</summary>
internal static class ClientTools
{
    /// <summary>What to look for, and how each is asked for its version.</summary>
    public static IReadOnlyList<(string Name, string VersionArgument)> Known { get; } =
    [
        ("aws", "--version"), ("terraform", "version"), ("tofu", "version"), ("pulumi", "version"),
        ("cdk", "--version"), ("sam", "--version"), ("eksctl", "version"),
    ];

    /// <summary>The full path of a program on the PATH, or null.</summary>
    public static string? Find(string name, Func<string, string?> environment)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        var directories = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var directory in directories)
            foreach (var ending in endings)
            {
                var path = Path.Combine(directory, name + ending);
                if (File.Exists(path)) return path;
            }
        return null;
    }

    /// <summary>
    /// The first line of what a program says of its version, or null when it says nothing in ten seconds.
    /// </summary>
    public static async Task<string?> VersionAsync(string path, string argument, CancellationToken stop)
    {
        var start = new ProcessStartInfo(path, argument)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Terraform asks its maker for newer versions otherwise; the doctor talks to nobody outside.
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        start.Environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) =
                (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            return FirstLine(await output) ?? FirstLine(await error);
        }
        catch (Exception problem) when (
            problem is OperationCanceledException or System.ComponentModel.Win32Exception or IOException)
        {
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static string? FirstLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
