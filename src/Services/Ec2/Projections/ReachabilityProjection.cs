using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// The world's networks as the reachability engine takes them: those of all accounts and regions, since connections
/// cross both. The topology of a snapshot is made of the last one by what changed between the two.
/// </summary>
internal static class ReachabilityProjection
{
    // Beyond this it is quicker to make all of it anew.
    private const int MostChanges = 5_000;

    private static readonly IReadOnlyList<ElementSource> Sources =
    [
        .. NetworkElements.Sources, .. InterfaceElements.Sources, .. FilterElements.Sources, .. VpnElements.Sources,
        .. EndpointElements.Sources, .. TransitElements.Sources,
    ];

    private static readonly Dictionary<string, ElementSource> ByPrefix =
        Sources.Where(source => source.Prefix is not null).ToDictionary(source => source.Prefix!);

    /// <summary>The networks as the call sees them.</summary>
    public static Topology Of(ReadCall call) => call.Port<TopologyMemory>().Of(
        call.Seen, last => (last is null ? null : Renew(call, last)) ?? Make(call));

    /// <summary>All of it, from nothing; what <see cref="Of"/> gives is the same.</summary>
    public static Topology Make(ReadCall call) => Topology.Of(
        from scope in call.Scopes
        from source in Sources
        from element in source.All(new Place(call, scope))
        select element);

    // Null where too much changed.
    private static Topology? Renew(ReadCall call, ProjectedTopology last)
    {
        var changed = new HashSet<(Scope Scope, string Id)>();
        // Made once: a call that writes makes a snapshot of what it sees each time it is asked.
        var seen = call.Seen;
        foreach (var scope in seen.ScopesChangedSince(last.World))
        {
            var place = new Place(call, scope);
            foreach (var id in Sources.SelectMany(source => source.Changed(place, last.World, seen)))
            {
                if (changed.Add((scope, id)) && changed.Count > MostChanges)
                {
                    return null;
                }
            }
        }

        var put = new List<Element>();
        var gone = new List<string>();
        foreach (var (scope, id) in changed)
        {
            if (Find(call, scope, id) is { } element)
            {
                put.Add(element);
            }
            else
            {
                gone.Add(id);
            }
        }

        return changed.Count == 0 ? last.Topology : last.Topology.Changed(put, gone);
    }

    // What two scopes share (a peering connection) is gone only when both have let it go.
    private static Element? Find(ReadCall call, Scope scope, string id)
    {
        if (!ByPrefix.TryGetValue(id[..id.LastIndexOf('-')], out var source))
        {
            return null;
        }

        return source.Find(new Place(call, scope), id)
            ?? call.Scopes.Where(other => other != scope).Select(other => source.Find(new Place(call, other), id))
                .FirstOrDefault(element => element is not null);
    }
}
