using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>The elements of one VPC and, once a trace asked for them, their lookups.</summary>
internal sealed class VpcShard(ImmutableDictionary<string, Element> members)
{
    // The VPC itself is a member under its own id; a shard without it belongs to a VPC that is gone.
    private readonly Vpc? _vpc = members.Values.OfType<Vpc>().FirstOrDefault();
    private VpcIndex? _index;

    public ImmutableDictionary<string, Element> Members { get; } = members;

    /// <summary>True where one of the VPC's blocks holds the address.</summary>
    public bool Holds(IpAddress address)
    {
        foreach (var cidr in _vpc?.Cidrs ?? [])
            if (cidr.Contains(address))
                return true;
        return false;
    }

    /// <summary>The lookups; null where the VPC itself is gone.</summary>
    public VpcIndex? Index(Topology topology)
    {
        if (_vpc is null || _index is not null)
            return _index;
        // Two threads may both build them; both must then use the same, since nodes are compared by reference.
        Interlocked.CompareExchange(ref _index, VpcIndex.Build(_vpc, Members.Values, topology), null);
        return _index;
    }
}
