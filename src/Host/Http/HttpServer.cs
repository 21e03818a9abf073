using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Orrery.Host.Http;

/// <summary>
/// Kestrel alone: without dependency injection, configuration, hosting and routing, none of which is used here and all
/// of which cost time at the start and memory.
/// </summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private static readonly TimeSpan GraceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly KestrelServer _kestrel;

    private HttpServer(KestrelServer kestrel, int port)
    {
        _kestrel = kestrel;
        Port = port;
    }

    /// <summary>The port that was taken.</summary>
    public int Port { get; }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="StartException">The address or port cannot be had.</exception>
    public static async Task<HttpServer> StartAsync(
        IPAddress address, int port, IHttpApplication<IFeatureCollection> application)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        // Objects of S3 say what they were told to, for example file names, in any script.
        options.ResponseHeaderEncodingSelector = static _ => System.Text.Encoding.UTF8;
        SetLimits(options.Limits);
        if (address.Equals(IPAddress.Loopback) && port != 0)
            options.ListenLocalhost(port, static listen => listen.Protocols = HttpProtocols.Http1);
        else
            options.Listen(address, port, static listen => listen.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportFactory(Options.Create(Sockets()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(application, CancellationToken.None);
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            kestrel.Dispose();
            throw Explained(problem, address, port);
        }
        var bound = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(kestrel, new Uri(bound).Port);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(GraceAtTheEnd);
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
    }

    /// <summary>
    /// Reads and sends are scheduled on the pool itself: with queues of their own between it and the connections
    /// some 7 % fewer were answered. An idle connection keeps 4 KB, and none of its reads waits in two steps.
    /// </summary>
    private static SocketTransportOptions Sockets() =>
        new() { IOQueueCount = 0, WaitForDataBeforeAllocatingBuffer = false };

    /// <summary>
    /// The wire limits bodies by operation; presigned URLs and session tokens make long request lines.
    /// </summary>
    private static void SetLimits(KestrelServerLimits limits)
    {
        // One piece of an object, which is sent before the next is read: with room for two, fewer were answered.
        limits.MaxResponseBufferSize = 512 * 1024;
        limits.MaxRequestBodySize = null;
        limits.MaxRequestLineSize = 32 * 1024;
        limits.MaxRequestHeadersTotalSize = 64 * 1024;
        limits.MaxRequestHeaderCount = 200;
    }

    private static StartException Explained(Exception problem, IPAddress address, int port)
    {
        if (problem is IOException { InnerException: AddressInUseException })
        {
            return new(
                $"Port {port} is taken.",
                $"Perhaps an Orrery runs already: `orrery doctor` tells. Or: orrery up --port {port % 65535 + 1}",
                problem);
        }
        var socket = problem as SocketException ?? problem.InnerException as SocketException;
        return socket?.SocketErrorCode switch
        {
            SocketError.AccessDenied =>
                new($"Port {port} may not be opened by this user.",
                    "Ports below 1024 are reserved: orrery up --port 4566", problem),
            SocketError.AddressNotAvailable =>
                new($"This machine has no address {address}.", "For all interfaces: --host 0.0.0.0", problem),
            _ => new($"Cannot listen on {address}, port {port}: {problem.Message}", null, problem),
        };
    }
}
