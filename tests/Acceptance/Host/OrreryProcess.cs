using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>The <c>orrery</c> command as a process of its own.</summary>
internal sealed class OrreryProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();

    private OrreryProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to standard error.</summary>
    public string Complaints => _complaints.ToString();

    /// <summary>Starts it.</summary>
    public static OrreryProcess Start(params IReadOnlyList<string> arguments)
    {
        var (file, before) = OwnProgram.Command;
        return new(Process.Start(new ProcessStartInfo(file, [.. before, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Reads standard output up to a line that contains a text.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        var read = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            read.Append(line).Append('\n');
            if (line.Contains(text)) return read.ToString();
        }
        throw new InvalidOperationException($"It ended without saying '{text}': {read}{Complaints}");
    }

    /// <summary>Waits until it answers; where that is.</summary>
    public async Task<Uri> ReadyAsync() => EndpointIn(await ReadUntilAsync("Ready."));

    /// <summary>Where its welcome says that it answers.</summary>
    public static Uri EndpointIn(string welcome) =>
        new(welcome.Split('\n').First(static line => line.Contains("endpoint")).Split(' ')[^1].Trim());

    /// <summary>The memory that it holds now, in megabytes: VmRSS of Linux.</summary>
    public double ResidentMegabytes() => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status")
            .First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Tells it to end (SIGTERM).</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> EndedAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
