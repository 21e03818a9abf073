using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;

namespace Orrery.Tests.Unit.Services;

/// <summary>
/// Some services in an in-memory world whose clock is turned by hand; runs operations without the wire.
/// </summary>
internal sealed class Rig
{
    /// <summary>When its worlds begin.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Scope _scope;

    private Rig(World world, Scope scope)
    {
        World = world;
        _scope = scope;
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>The worlds that it is one of.</summary>
    public Worlds? Worlds { get; private init; }

    /// <summary>A new world of some services, whose transitions settle at once.</summary>
    public static Rig Of(params Service[] services) => Of(services, Ports.None);

    /// <summary>A new world of some services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="ports">What others would offer them.</param>
    /// <param name="delays">Whether transitions take the time that they take with AWS.</param>
    public static Rig Of(IReadOnlyList<Service> services, Ports ports, Delays delays = Delays.None)
    {
        var house = new House(services, ports);
        var settings = new WorldSettings { Start = Start, Mode = ClockMode.Stepped, Delays = delays };
        var worlds = new Worlds(house.Blueprint, new MemoryStorage(), settings);
        return new(worlds.CreateAsync("test").GetAwaiter().GetResult(), new("123456789012", "eu-west-1"))
        {
            Worlds = worlds,
        };
    }

    /// <summary>A world that was made elsewhere; its clock has to be stepped.</summary>
    public static Rig Over(World world) => new(world, new("123456789012", "eu-west-1"));

    /// <summary>The same world, seen from elsewhere.</summary>
    public Rig In(string region, string? account = null) => new(World, new(account ?? _scope.Account, region));

    /// <summary>Runs an operation that changes the world, and what is due at once after it.</summary>
    public TResult Run<TRequest, TResult>(IWriteOperation<TRequest, TResult> operation, TRequest request)
    {
        var result = Do(call => operation.Run(request, call));
        Advance(TimeSpan.Zero);
        return result;
    }

    /// <summary>Runs an operation that only reads.</summary>
    public TResult Run<TRequest, TResult>(IReadOperation<TRequest, TResult> operation, TRequest request) =>
        World.QueryAsync(Info, call => operation.Run(request, call)).AsTask().GetAwaiter().GetResult();

    /// <summary>Moves the clock on, and what is due with it.</summary>
    public void Advance(TimeSpan by) => World.Clock.AdvanceAsync(by).GetAwaiter().GetResult();

    /// <summary>Does something to the world by the rules themselves.</summary>
    public T Do<T>(Func<Call, T> body) => World.ExecuteAsync(Info, body).GetAwaiter().GetResult();

    /// <summary>Asks something of the world, as of now.</summary>
    public T Ask<T>(Func<ReadCall, T> body) => World.Query(Info, body);

    /// <summary>The error code that a call is refused with.</summary>
    public static string Refusal(Func<object?> act) => Assert.Throws<ServiceException>(() => act()).Code;

    /// <summary>The error code that an operation refuses a request with.</summary>
    public string Refused<TRequest, TResult>(IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        Refusal(() => Run(operation, request));

    /// <summary>The error code that an operation refuses a request with.</summary>
    public string Refused<TRequest, TResult>(IReadOperation<TRequest, TResult> operation, TRequest request) =>
        Refusal(() => Run(operation, request));

    private CallInfo Info => new(_scope, Caller.Root(_scope.Account), "test:Test", "request");
}
