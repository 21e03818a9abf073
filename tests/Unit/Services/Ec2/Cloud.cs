using Orrery.Contracts;
using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Services.Ec2;
using Orrery.Services.Ram;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>EC2 in an in-memory world: runs operations without the wire, in one region of one account.</summary>
internal sealed class Cloud
{
    private readonly World _world;
    private readonly Scope _scope;

    private Cloud(World world, Scope scope)
    {
        _world = world;
        _scope = scope;
    }

    /// <summary>A new world, seen from a region.</summary>
    public static Cloud New(string region = "eu-west-1", params (string Code, int Limit)[] quotas) =>
        New(Delays.None, region, quotas);

    /// <summary>A new world whose transitions take the time that they take with AWS.</summary>
    public static Cloud Slow(params (string Code, int Limit)[] quotas) => New(Delays.Aws, "eu-west-1", quotas);

    /// <summary>A new world in which resources can be shared between accounts.</summary>
    public static Cloud Sharing(Delays delays = Delays.None) => New(delays, "eu-west-1", [], RamService.Registration);

    /// <summary>A new world with another service beside it, whose quota of vCPUs is no hindrance.</summary>
    public static Cloud Beside(Service other) => New(Delays.None, "eu-west-1", [("L-1216C47A", 100_000)], other);

    private static Cloud New(
        Delays delays, string region, (string Code, int Limit)[] quotas, params IEnumerable<Service> others)
    {
        var raised = new Quotas(quotas.Select(q => KeyValuePair.Create(q.Code, q.Limit)));
        List<Service> services = [Ec2Service.Registration, .. others];
        var ports = services.Aggregate(
            Ports.None.With<IQuotas>(raised).Also<IDestination>(new ToldTopics()), (all, one) => one.Offer(all));
        var blueprint = new Blueprint(
            [.. services.SelectMany(s => s.Tables)],
            [.. services.SelectMany(s => s.Timers)],
            [.. services.SelectMany(s => s.Initializers)],
            ports);
        var settings = new WorldSettings
        {
            Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Mode = ClockMode.Stepped, Delays = delays,
        };
        var worlds = new Worlds(blueprint, new MemoryStorage(), settings);
        return new(worlds.CreateAsync("test").GetAwaiter().GetResult(), new("123456789012", region));
    }

    /// <summary>The same world, seen from elsewhere.</summary>
    public Cloud In(string region, string? account = null) => new(_world, new(account ?? _scope.Account, region));

    /// <summary>Runs an operation that changes the world, and what is due at once after it.</summary>
    public TResult Run<TRequest, TResult>(IWriteOperation<TRequest, TResult> operation, TRequest request)
    {
        var result = _world.ExecuteAsync(Info, call => operation.Run(request, call)).GetAwaiter().GetResult();
        Advance(TimeSpan.Zero);
        Ask(ProjectionProof.Check);
        return result;
    }

    /// <summary>Moves the clock on, and what is due with it.</summary>
    public void Advance(TimeSpan by) => _world.Clock.AdvanceAsync(by).GetAwaiter().GetResult();

    /// <summary>Runs an operation that only reads.</summary>
    public TResult Run<TRequest, TResult>(IReadOperation<TRequest, TResult> operation, TRequest request) =>
        _world.QueryAsync(Info, call => operation.Run(request, call)).AsTask().GetAwaiter().GetResult();

    /// <summary>Does something to the world by the rules themselves.</summary>
    public T Do<T>(Func<Call, T> body) => _world.ExecuteAsync(Info, body).GetAwaiter().GetResult();

    /// <summary>Asks something of the world, as of now.</summary>
    public T Ask<T>(Func<ReadCall, T> body) => _world.Query(Info, body);

    /// <summary>The error code that a call is refused with.</summary>
    public static string Refusal(Func<object?> act) => Assert.Throws<ServiceException>(() => act()).Code;

    /// <summary>The error code that an operation refuses a request with.</summary>
    public string Refused<TRequest, TResult>(IWriteOperation<TRequest, TResult> operation, TRequest request) =>
        Refusal(() => Run(operation, request));

    /// <summary>The error code that an operation refuses a request with.</summary>
    public string Refused<TRequest, TResult>(IReadOperation<TRequest, TResult> operation, TRequest request) =>
        Refusal(() => Run(operation, request));

    private CallInfo Info => new(_scope, Caller.Root(_scope.Account), "ec2:Test", "request");
}
