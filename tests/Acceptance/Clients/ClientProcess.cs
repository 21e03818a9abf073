using System.Diagnostics;
using Orrery.Tests.Acceptance.Clients.Kept;

namespace Orrery.Tests.Acceptance.Clients;

/// <summary>Runs a real client to its end.</summary>
internal static class ClientProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Where a program is on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Skips the test, saying so, where a client is not installed.</summary>
    public static void Need(string program)
    {
        if (Find(program) is null)
        {
            Assert.Skip($"{program} is not installed");
        }
    }

    /// <summary>Runs a program and gives its exit code and everything it wrote.</summary>
    public static async Task<ClientResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string? folder = null)
    {
        var kept = await KeptAws.FolderAsync();
        var start = new ProcessStartInfo(program == "aws" && kept is not null ? $"{kept}/aws" : program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        if (kept is not null) start.Environment["PATH"] = $"{kept}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end in {Patience}.");
        }

        return new(process.ExitCode, await output, await errors);
    }
}
