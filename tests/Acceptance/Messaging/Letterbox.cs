using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>An HTTP endpoint of this machine that keeps what comes, and can be closed and opened again.</summary>
internal sealed class Letterbox : IDisposable
{
    private readonly Channel<string> _came = Channel.CreateUnbounded<string>();
    private HttpListener? _listener;

    private Letterbox(int port) => Url = $"http://localhost:{port}/";

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>Makes one on a free port, open.</summary>
    public static Letterbox Make()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var box = new Letterbox(((IPEndPoint)probe.LocalEndpoint).Port);
        probe.Stop();
        box.Open();
        return box;
    }

    /// <summary>Opens it.</summary>
    public void Open()
    {
        _listener = new();
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = ListenAsync(_listener);
    }

    /// <summary>Closes it: nobody answers at its address.</summary>
    public void Close() => _listener?.Close();

    public void Dispose() => Close();

    /// <summary>The next thing that comes.</summary>
    public async Task<string> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _came.Reader.ReadAsync(limit.Token);
    }

    private async Task ListenAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _came.Writer.TryWrite(await reader.ReadToEndAsync());
                context.Response.Close();
            }
        }
        catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }
}
