using System.Net;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Handlers;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Aws;
using Orrery.Host.Composition;
using Orrery.Host.Contents;
using Orrery.Host.Http;
using Orrery.Host.Imds;
using Orrery.Host.Logging;
using Orrery.Host.Stores;
using Orrery.Host.Tokens;
using Orrery.Kernel;
using Orrery.Kernel.Time;
using Orrery.Operations;

namespace Orrery.Host;

/// <summary>A running Orrery: worlds, services, one port.</summary>
public sealed class OrreryServer : IAsyncDisposable
{
    private readonly Station _station;
    private readonly Kernel.Worlds _worlds;
    private readonly RequestLog _log;
    private readonly HttpServer _http;
    private readonly BodySettings _bodies;
    private int _ended;

    private ContentKeeper? Keeper { get; init; }

    private OrreryServer(
        Station station, Kernel.Worlds worlds, RequestLog log, HttpServer http, BodySettings bodies)
    {
        _station = station;
        _worlds = worlds;
        _log = log;
        _http = http;
        _bodies = bodies;
    }

    /// <summary>How it was started.</summary>
    public HostOptions Options => _station.Options;

    /// <summary>Where clients are pointed at.</summary>
    public Uri Endpoint => _station.Endpoint;

    /// <summary>All worlds.</summary>
    public Kernel.Worlds Worlds => _worlds;

    /// <summary>Starts.</summary>
    /// <param name="options">How.</param>
    /// <param name="logOutput">Where the log goes.</param>
    /// <exception cref="StartException">It cannot; the message says why.</exception>
    public static async Task<OrreryServer> StartAsync(HostOptions options, Stream logOutput)
    {
        var clock = MachineClock.Instance;
        var log = new RequestLog(options.Log, options.LogColour, logOutput, clock);
        var address = new OwnAddress(EndpointOf(options.Address, options.Port));
        var bodies = new BodySettings(options);
        var contents = Storage.OpenContents(options);
        var house = Building.Build(options, address, bodies, contents);
        var worlds = Storage.OpenWorlds(options, house.Blueprint);
        worlds.Opened += world => world.Faulted += problem => log.Failure($"in world {world.Name}", null, problem);
        worlds.Opened += world => Follow(world, house, options.World);
        var station = new Station
        {
            Options = options,
            Worlds = new(worlds, options.World),
            AllWorlds = worlds,
            HomeKey = new(options.Ephemeral ? null : options.Store),
            Clock = clock,
            Started = clock.GetTimestamp(),
            Services = [.. house.Services.Select(service => service.Name).Order(StringComparer.Ordinal)],
        };
        try
        {
            await station.Worlds.OpenDefaultAsync();
            var keeper = new ContentKeeper(
                contents, worlds, () => station.Worlds.Open, problem => log.Failure("to tidy up bytes", null, problem));
            station.Worlds.Gone += keeper.Sweep;
            keeper.Start(clock);
            var aws = new AwsApi(station, house, log);
            var visits = new VisitDesk(clock, problem => log.Failure("to note requests", null, problem));
            station.Visits = visits;
            var doors = new Doors
            {
                Admin = new AdminApi(station),
                Aws = new StoreDoor(station, aws),
                Imds = new ImdsApi(station),
                Sites = new SiteApi(station, aws),
                Issuers = new IssuerApi(station),
            };
            var front = new HttpFront(doors, visits, log, clock);
            var http = await HttpServer.StartAsync(options.Address, options.Port, front);
            station.Endpoint = address.Endpoint = EndpointOf(options.Address, http.Port);
            bodies.Listens(address.Endpoint);
            return new(station, worlds, log, http, bodies) { Keeper = keeper };
        }
        catch
        {
            await worlds.DisposeAsync();
            throw;
        }
    }

    /// <summary>The world of requests that name none. After a reset it is another object.</summary>
    public Task<World> DefaultWorldAsync() => _station.Worlds.FindAsync(null).AsTask();

    /// <summary>Empties the world of requests that name none.</summary>
    public Task ResetAsync() => _station.Worlds.ResetAsync(null);

    /// <summary>Tells the worlds of the requests to buckets that they have not been told of.</summary>
    public Task SettleAsync() => _station.SettleAsync();

    /// <summary>How it runs.</summary>
    public async Task<HealthView> HealthAsync() => HealthHandler.View(_station, await DefaultWorldAsync());

    /// <summary>Runs until it is told to end.</summary>
    public static async Task RunAsync(CancellationToken stop)
    {
        var ended = new TaskCompletionSource();
        await using var registration = stop.Register(ended.SetResult);
        await ended.Task;
    }

    /// <summary>Answers what is open, then puts the worlds away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        await _http.DisposeAsync();
        if (_station.Visits is { } visits) await visits.DisposeAsync();
        if (Keeper is not null) await Keeper.DisposeAsync();
        await _worlds.DisposeAsync();
        _station.Worlds.Dispose();
        _bodies.Discard();
        await _log.DisposeAsync();
    }

    /// <summary>
    /// Only the world that clients use has processes and sockets: a fork asks "what if", and stays a model.
    /// </summary>
    private static void Follow(World world, House house, string served)
    {
        if (world.Name != served) return;
        foreach (var follower in house.Services.SelectMany(service => service.Followers))
            world.Attach(follower.Follow(world));
    }

    private static Uri EndpointOf(IPAddress address, int port)
    {
        var isEverywhere = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
        var host = isEverywhere || IPAddress.IsLoopback(address) ? "localhost" : address.ToString();
        return new UriBuilder(Uri.UriSchemeHttp, host, port).Uri;
    }
}
