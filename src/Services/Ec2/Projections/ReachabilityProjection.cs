using System.Runtime.CompilerServices;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// The world's networks as the reachability engine takes them: those of all accounts and regions, since peering
/// connections cross both. What was made of a snapshot is kept for as long as the snapshot lives.
/// </summary>
internal static class ReachabilityProjection
{
    private static readonly ConditionalWeakTable<Snapshot, Topology> Known = [];

    /// <summary>The networks as the call sees them.</summary>
    public static Topology Of(ReadCall call) =>
        call.Seen is { } snapshot ? Known.GetValue(snapshot, _ => Make(call)) : Make(call);

    private static Topology Make(ReadCall call) => Topology.Of(call.Scopes.SelectMany(scope => In(call, scope)));

    private static IEnumerable<Element> In(ReadCall call, Scope scope) =>
    [
        .. new NetworkElements(call, scope).All(),
        .. new InterfaceElements(call, scope).All(),
        .. new FilterElements(call, scope).All(),
    ];
}
