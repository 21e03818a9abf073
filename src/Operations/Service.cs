using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Operations;

/// <summary>What a service brings into the house. A service's registration file makes one, and nothing else.</summary>
public sealed record Service
{
    /// <summary>The model's name, for example <c>ec2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The operations that it serves.</summary>
    public required IReadOnlyList<OperationEntry> Operations { get; init; }

    /// <summary>What it asks of requests beyond its model; null where it asks nothing.</summary>
    public IRequestRules? RequestRules { get; init; }

    /// <summary>The tables that it owns.</summary>
    public IReadOnlyList<AnyTable> Tables { get; init; } = [];

    /// <summary>The quotas that it enforces.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>What its timers do.</summary>
    public IReadOnlyList<ITimerHandler> Timers { get; init; } = [];

    /// <summary>What it makes in an untouched scope.</summary>
    public IReadOnlyList<IScopeInitializer> Initializers { get; init; } = [];

    /// <summary>What makes the world real outside of it: processes, sockets, messages to the outside.</summary>
    public IReadOnlyList<IFollower> Followers { get; init; } = [];

    /// <summary>Adds what it offers to other services.</summary>
    public Func<Ports, Ports> Offer { get; init; } = ports => ports;
}
