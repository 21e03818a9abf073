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

    /// <summary>The lookups; null where the VPC itself is gone. Two threads may both build them: they are equal.</summary>
    public VpcIndex? Index(Topology topology) =>
        _vpc is null ? null : _index ??= VpcIndex.Build(_vpc, Members.Values, topology);
}
