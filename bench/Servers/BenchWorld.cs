using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Stores.Sqlite;

namespace Orrery.Bench.Servers;

/// <summary>A world in its SQLite file, in this process, whose clock moves only when it is turned.</summary>
public sealed class BenchWorld : IAsyncDisposable
{
    private static readonly CallInfo Info =
        new(new Scope("123456789012", "eu-west-1"), Caller.Root("123456789012"), "orrery:Bench", "bench");

    private readonly TemporaryFolder _folder;
    private readonly Worlds _worlds;

    private BenchWorld(TemporaryFolder folder, Worlds worlds, World world)
    {
        _folder = folder;
        _worlds = worlds;
        World = world;
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>A new one of some services.</summary>
    /// <param name="ports">What the house gives them.</param>
    /// <param name="delays">Whether transitions take time.</param>
    /// <param name="services">The services.</param>
    public static async Task<BenchWorld> StartAsync(Ports ports, Delays delays, params Service[] services)
    {
        var settings = new WorldSettings
        {
            Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Mode = ClockMode.Stepped, Delays = delays,
        };
        var folder = new TemporaryFolder();
        var worlds = new Worlds(new House(services, ports).Blueprint, new SqliteStorage(folder.Path), settings);
        return new(folder, worlds, await worlds.CreateAsync("bench"));
    }

    /// <summary>Calls as the root user.</summary>
    public Task<T> RunAsync<T>(Func<Call, T> body) => World.ExecuteAsync(Info, body);

    /// <summary>Reads as the root user.</summary>
    public T Query<T>(Func<ReadCall, T> body) => World.Query(Info, body);

    /// <summary>Reads as the root user.</summary>
    public ValueTask<T> QueryAsync<T>(Func<ReadCall, T> body) => World.QueryAsync(Info, body);

    /// <summary>Turns the clock.</summary>
    public Task AdvanceAsync(TimeSpan by) => World.Clock.AdvanceAsync(by);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worlds.DisposeAsync();
        _folder.Dispose();
    }
}
