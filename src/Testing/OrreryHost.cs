using Orrery.Host;
using Orrery.Kernel;
using Orrery.Kernel.Time;

namespace Orrery.Testing;

/// <summary>
/// An Orrery inside a test: on a free port, in memory, with a fixed seed and a clock that moves only when told, unless
/// asked otherwise. Dispose it at the end.
/// </summary>
/// <example><code>
/// await using var orrery = await OrreryHost.StartAsync();
/// var ec2 = new AmazonEC2Client("test", "test", new AmazonEC2Config { ServiceURL = orrery.Endpoint.ToString() });
/// await orrery.AdvanceAsync(TimeSpan.FromDays(30));
/// </code></example>
public sealed class OrreryHost : IAsyncDisposable
{
    /// <summary>When a test's world begins, unless it says otherwise.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly OrreryServer _server;
    private readonly MemoryStream _log;

    private OrreryHost(OrreryServer server, MemoryStream log)
    {
        _server = server;
        _log = log;
        Http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Endpoint };
    }

    /// <summary>Where clients are pointed at.</summary>
    public Uri Endpoint => _server.Endpoint;

    /// <summary>A client with the endpoint as its base address.</summary>
    public HttpClient Http { get; }

    /// <summary>All worlds.</summary>
    public Worlds Worlds => _server.Worlds;

    /// <summary>The server itself.</summary>
    public OrreryServer Server => _server;

    /// <summary>The options of a test: a free port, in memory, seed 1, stepped clock, log in JSON.</summary>
    public static HostOptions DefaultOptions { get; } = new()
    {
        Port = 0,
        Ephemeral = true,
        Seed = 1,
        Start = DefaultStart,
        Clock = ClockMode.Stepped,
        Log = LogFormat.Json,
    };

    /// <summary>Starts one.</summary>
    /// <param name="configure">Changes the default options, or null.</param>
    public static async Task<OrreryHost> StartAsync(Func<HostOptions, HostOptions>? configure = null)
    {
        var log = new MemoryStream();
        var server = await OrreryServer.StartAsync(configure?.Invoke(DefaultOptions) ?? DefaultOptions, log);
        return new(server, log);
    }

    /// <summary>The world of requests that name none. After a reset it is another object.</summary>
    public Task<World> WorldAsync() => _server.DefaultWorldAsync();

    /// <summary>Turns the clock of the default world forward; what is due on the way happens.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await _server.SettleAsync();
        await (await WorldAsync()).Clock.AdvanceAsync(by);
    }

    /// <summary>Empties the default world.</summary>
    public Task ResetAsync() => _server.ResetAsync();

    /// <summary>Ends it and gives its whole log, a JSON object a line.</summary>
    public async Task<string> EndAsync()
    {
        await DisposeAsync();
        return System.Text.Encoding.UTF8.GetString(_log.ToArray());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}
