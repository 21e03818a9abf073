using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Orrery.Bench.Load;

namespace Orrery.Bench.Servers;

/// <summary>A started server with files of its own, killed at the end.</summary>
public sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TemporaryFolder? _owned;

    private Server(Process process, TemporaryFolder? owned, int port)
    {
        _process = process;
        _owned = owned;
        Port = port;
    }

    /// <summary>The port on which it answers.</summary>
    public int Port { get; }

    /// <summary>
    /// From the start of the process to its first answer of DescribeVpcs with status 200, in milliseconds.
    /// </summary>
    public double StartMilliseconds { get; private set; }

    /// <summary>Starts it and waits for the first good answer.</summary>
    /// <param name="kind">What to start.</param>
    /// <param name="existing">The folder for its files; null for one of its own, removed at the end.</param>
    /// <exception cref="InvalidOperationException">It ended, or gave no good answer in a minute.</exception>
    public static async Task<Server> StartAsync(ServerKind kind, TemporaryFolder? existing = null)
    {
        var owned = existing is null ? new TemporaryFolder() : null;
        var folder = (existing ?? owned)!.Path;
        var port = FreePort();

        // The shell hands its place to the program: the log goes to a file without a pipe to this process.
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder,
            ArgumentList = { "-c", "exec \"$@\" >server.log 2>&1", "sh" },
            Environment = { ["XDG_DATA_HOME"] = folder },
        };
        foreach (var part in kind.Command(port)) start.ArgumentList.Add(part);
        var watch = Stopwatch.StartNew();
        var server = new Server(Process.Start(start)!, owned, port);
        try
        {
            await server.FirstAnswerAsync(watch);
            server.StartMilliseconds = watch.Elapsed.TotalMilliseconds;
            return server;
        }
        catch (Exception error)
        {
            var log = await File.ReadAllTextAsync(Path.Combine(folder, "server.log"));
            server.Dispose();
            throw new InvalidOperationException($"{kind.Name} does not answer: {error.Message}\n{log}", error);
        }
    }

    /// <summary>The memory that it holds now, in megabytes: VmRSS of /proc/PID/status.</summary>
    public double ResidentMegabytes() => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _owned?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task FirstAnswerAsync(Stopwatch watch)
    {
        var request = Requests.DescribeVpcs();
        while (true)
        {
            try
            {
                using var connection = new HttpConnection(Port);
                var answer = await connection.SendAsync(request, wantBody: true);
                if (answer.Status == 200) return;
                throw new InvalidOperationException($"status {answer.Status}: {answer.Body}");
            }
            catch (SocketException) when (watch.Elapsed < Patience && !_process.HasExited)
            {
                await Task.Delay(1);
            }
        }
    }
}
