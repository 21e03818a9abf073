using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Orrery.Contracts.Delivery;

namespace Orrery.Tests.Unit.Services.Sns;

/// <summary>A real HTTP endpoint of this machine, which answers as it is told, and the way to it.</summary>
internal sealed class Door : IOutbound, IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Task _serving;

    public Door()
    {
        Url = $"http://localhost:{FreePort()}/in";
        _listener.Prefixes.Add(Url.Replace("/in", "/", StringComparison.Ordinal));
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>What it answers, one after the other; 200 when there is nothing left.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>What came in: the headers and the body.</summary>
    public ConcurrentQueue<(Dictionary<string, string> Headers, string Body)> Came { get; } = new();

    /// <summary>Is set by a request that is let wait; it is answered when the second is set.</summary>
    public (TaskCompletionSource Reached, TaskCompletionSource Go)? Hold { get; set; }

    public async Task<int> PostAsync(OutboundPost post, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, post.Url);
        request.Content = new StringContent(post.Body);
        request.Content.Headers.Clear();
        foreach (var (name, value) in post.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request, cancellation);
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
        _client.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext came;
            try
            {
                came = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(came.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            Came.Enqueue((came.Request.Headers.AllKeys.ToDictionary(
                k => k!, k => came.Request.Headers[k]!, StringComparer.OrdinalIgnoreCase), body));
            if (Hold is { } hold)
            {
                hold.Reached.TrySetResult();
                await hold.Go.Task;
            }

            try
            {
                came.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
                came.Response.Close();
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                // Who asked did not wait for the answer.
            }
        }
    }
}
