using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>The route tables of a VPC, each made ready once however many subnets use it.</summary>
internal sealed class RouteLookupCache(Vpc vpc, Topology topology)
{
    private readonly Dictionary<string, RouteLookup> _lookups = new(StringComparer.Ordinal);

    /// <summary>The table with an id, or null where there is none.</summary>
    public RouteLookup? Find(string? id)
    {
        if (!topology.TryFind<RouteTable>(id, out var table))
            return null;
        if (!_lookups.TryGetValue(table.Id, out var lookup))
            _lookups[table.Id] = lookup = new RouteLookup(table, vpc, topology);
        return lookup;
    }
}
