using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// The packet on its way: where it has been, what it looks like now, and how it ended. It also knows what is asked
/// everywhere: the ACL at a subnet's border and the security groups at an interface.
/// </summary>
internal sealed class Journey(Topology topology, Tracking tracking, Expectation expected, bool isReply)
{
    private readonly List<Hop> _hops = new(16);
    private List<(string GatewayId, string AttachmentId, IpAddress Source)>? _transits;

    public Topology Topology { get; } = topology;

    public Tracking Tracking { get; } = tracking;

    public Expectation Expected { get; } = expected;

    public bool IsReply { get; } = isReply;

    public IReadOnlyList<Hop> Hops => _hops;

    /// <summary>Appliances and NAT gateways that it came by.</summary>
    public List<Station> Visited { get; } = new(4);

    /// <summary>The packet as it is now.</summary>
    public Packet Packet { get; set; } = null!;

    /// <summary>
    /// The VPC that it was in before it crossed a peering connection or a transit gateway into this one.
    /// </summary>
    public VpcIndex? CameFrom { get; private set; }

    /// <summary>The attachment of a transit gateway by which it came into this VPC, or null.</summary>
    public AttachmentNode? CameBy { get; private set; }

    /// <summary>Whether the transit gateway told the security groups of who sent it.</summary>
    public bool GroupsForwarded { get; set; }

    public bool ThroughAppliance { get; set; }

    /// <summary>The gateway by which it left for the internet.</summary>
    public string? ExitGateway { get; set; }

    /// <summary>The interface that received it; null on the internet.</summary>
    public InterfaceNode? End { get; set; }

    /// <summary>The VPN connection beyond which it was received, or null.</summary>
    public VpnConnection? EndConnection { get; set; }

    /// <summary>The gateway endpoint that received it, or null.</summary>
    public VpcEndpoint? EndEndpoint { get; set; }

    /// <summary>What answered it at its sender's host, and that sender; or null.</summary>
    public (HostService Service, InterfaceNode Asker)? EndService { get; set; }

    public Disposition Disposition { get; private set; }

    public string? Code => Disposition == Disposition.Delivered ? null : _hops[^1].Code;

    /// <summary>Adds a hop; a packet that it translated goes on as such.</summary>
    public void Add(Hop hop)
    {
        _hops.Add(hop);
        Packet = hop.Translated ?? Packet;
    }

    /// <summary>Adds the hop at which it ends. Always false, for "it goes on".</summary>
    public bool Drop(Hop hop, Disposition disposition, string code)
    {
        _hops.Add(hop with { Action = HopAction.Drop, Code = code });
        Disposition = disposition;
        return false;
    }

    /// <summary>True, with the hop added, where that gateway or attachment is what the flow names as its end.</summary>
    public bool EndsAt(Hop hop)
    {
        if (!Expected.MetAt(Arrivals.Passage, hop.Id, Packet))
            return false;
        _hops.Add(hop with { Action = HopAction.Receive });
        return true;
    }

    /// <summary>Ends at the last hop, which passed it on to nowhere.</summary>
    public void DropLast(Disposition disposition, string code)
    {
        var hop = _hops[^1];
        _hops.RemoveAt(_hops.Count - 1);
        Drop(hop, disposition, code);
    }

    /// <summary>Notes that it comes into a VPC, from another one or (null) from outside.</summary>
    public void Enter(VpcIndex? from, AttachmentNode? by)
    {
        CameFrom = from;
        CameBy = by;
        GroupsForwarded = false;
    }

    /// <summary>False where it came to a transit gateway the same way before: it would go on in a circle.</summary>
    public bool ComesFirstTime(TransitArrival arrival)
    {
        var way = (arrival.GatewayId, arrival.AttachmentId, Packet.Source);
        if (_transits?.Contains(way) == true)
            return false;
        (_transits ??= new(2)).Add(way);
        return true;
    }

    /// <summary>Asks the network ACL at the border of a subnet whether it goes on.</summary>
    public bool Cross(SubnetNode subnet, TrafficDirection direction)
    {
        if (subnet.Acl is not { } acl)
            return true;
        var entry = Filters.Deciding(acl, direction, Packet);
        var hop = new Hop(HopKind.NetworkAcl, acl.Id, HopAction.Pass, Packet)
        {
            VpcId = subnet.Vpc.Vpc.Id, SubnetId = subnet.Id, Direction = direction, Entry = entry,
        };
        if (entry is not { Allow: true })
            return Drop(hop, Disposition.DeniedByNetworkAcl, ExplanationCodes.SubnetAclRestriction);
        _hops.Add(hop);
        return true;
    }

    /// <summary>Asks the security groups of an interface whether it goes on.</summary>
    public bool Ask(InterfaceNode nic, TrafficDirection direction)
    {
        if (nic.Element.SecurityGroupIds.Count == 0)
            return true;
        if (IsReply && Tracking.Knows(nic))
        {
            _hops.Add(AtGroup(nic, direction, nic.Element.SecurityGroupIds[0]) with { Action = HopAction.Track });
            return true;
        }

        var lost = direction == TrafficDirection.Egress ? null
            : ThroughAppliance ? ExplanationCodes.SgReferencesNotPreserved
            : CameBy is not null && !GroupsForwarded ? ExplanationCodes.SgReferencingSupport
            : null;
        var verdict = Filters.Ask(nic, direction, Packet, new GroupContext(Topology, lost, CameFrom));
        var hop = AtGroup(nic, direction, verdict.GroupId);
        if (verdict.Code is { } code)
            return Drop(hop, Disposition.DeniedBySecurityGroup, code);
        if (!IsReply)
            Tracking.Remember(nic);
        _hops.Add(hop with { Rule = verdict.Rule });
        return true;
    }

    public Hop OnInternet(HopAction action) => new(HopKind.Internet, "internet", action, Packet);

    public Hop At(InterfaceNode nic, HopAction action) => new(HopKind.NetworkInterface, nic.Id, action, Packet)
    {
        VpcId = nic.Subnet.Vpc.Vpc.Id, SubnetId = nic.Subnet.Id, InterfaceId = nic.Id,
    };

    public Hop At(NatNode nat, HopAction action) => new(HopKind.NatGateway, nat.Id, action, Packet)
    {
        VpcId = nat.Subnet.Vpc.Vpc.Id, SubnetId = nat.Subnet.Id,
    };

    public Hop AtInternetGateway(VpcIndex vpc) =>
        new(HopKind.InternetGateway, vpc.InternetGateway!.Id, HopAction.Pass, Packet) { VpcId = vpc.Vpc.Id };

    public Hop AtEgressOnly(VpcIndex vpc, HopAction action) =>
        new(HopKind.EgressOnlyInternetGateway, vpc.EgressOnlyGateway!.Id, action, Packet) { VpcId = vpc.Vpc.Id };

    private Hop AtGroup(InterfaceNode nic, TrafficDirection direction, string groupId) =>
        new(HopKind.SecurityGroup, groupId, HopAction.Pass, Packet)
        {
            VpcId = nic.Subnet.Vpc.Vpc.Id, SubnetId = nic.Subnet.Id, InterfaceId = nic.Id, Direction = direction,
        };
}
