using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// What the internet is for sets: who has which address there, and which addresses are hosts of its own. Each part is
/// made when first asked.
/// </summary>
internal sealed class InternetView(Topology topology)
{
    /// <summary>What a host on the internet can have.</summary>
    private static readonly RangeSet Routed =
        RangeSet.Of([Cidr.AnyV4, Cidr.AnyV6]).Subtract(RangeSet.Of(AddressRanges.NotRouted));

    private readonly Topology _topology = topology;
    private RangeMap<string>? _v4;
    private RangeMap<string>? _v6;
    private RangeSet? _owned;
    private RangeSet? _v6Blocks;
    private RangeSet? _thatSend;
    private RangeSet? _thatReceive;

    /// <summary>Addresses by which interfaces and NAT gateways are named on the internet.</summary>
    public RangeSet Owned => _owned ??= RangeSet.Of(_topology.Index.PublicOwners.Keys);

    /// <summary>IPv6 addresses that belong to some VPC.</summary>
    public RangeSet V6Blocks => _v6Blocks ??= RangeSet.Of(_topology.Index.V6Blocks.Keys);

    /// <summary>Addresses of hosts that nothing in the topology has, as sources.</summary>
    public RangeSet HostsThatSend => _thatSend ??= Routed.Subtract(Owned).Subtract(HeldPrivately(_topology))
        .Subtract(RangeSet.Of(_topology.Index.Transit.OnPremises.Values.SelectMany(network => network.Cidrs)));

    /// <summary>Addresses of hosts that nothing in the topology has, as destinations.</summary>
    public RangeSet HostsThatReceive => _thatReceive ??=
        RangeSet.Of([Cidr.AnyV4, Cidr.AnyV6]).Subtract(Owned).Subtract(V6Blocks);

    /// <summary>Who has an address on the internet, as the id of an interface or NAT gateway.</summary>
    public RangeMap<string> Owners(bool v6) =>
        v6 ? _v6 ??= OwnersOf(_topology, true) : _v4 ??= OwnersOf(_topology, false);

    private static RangeMap<string> OwnersOf(Topology topology, bool v6) => new(
        topology.Index.PublicOwners.Where(owner => owner.Key.IsV6 == v6)
            .Select(owner => (Interval.Point(owner.Key.Bits), owner.Value)));

    // Interfaces of VPCs with public blocks are found by their addresses like others.
    private static RangeSet HeldPrivately(Topology topology) => RangeSet.Of(
        topology.Elements.OfType<Vpc>()
            .Where(vpc => vpc.Cidrs.Any(block => !block.IsV6 && !AddressRanges.IsPrivate(block)))
            .Select(vpc => topology.Vpc(vpc.Id)).OfType<VpcIndex>()
            .SelectMany(vpc => vpc.Owners.Where(owner => owner.Value is InterfaceNode).Select(owner => owner.Key)));
}
