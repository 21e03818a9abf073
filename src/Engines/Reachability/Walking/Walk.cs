using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// One packet's way from where it starts to where it ends, hop by hop. Each step adds its hop and goes on to the next;
/// appliances and NAT gateways are passed at most once, so it ends.
/// </summary>
internal sealed class Walk(Topology topology, Tracking tracking, Expectation expected, bool isReply)
{
    private readonly List<Hop> _hops = new(16);
    private readonly List<Station> _visited = new(4);
    private Packet _packet = null!;
    private VpcIndex? _cameFrom;
    private bool _throughAppliance;
    private string? _exitGateway;

    public IReadOnlyList<Hop> Hops => _hops;

    public Disposition Disposition { get; private set; }

    public string? Code => Disposition == Disposition.Delivered ? null : _hops[^1].Code;

    /// <summary>The packet as it arrived.</summary>
    public Packet Packet => _packet;

    /// <summary>The interface that received it; null on the internet.</summary>
    public InterfaceNode? End { get; private set; }

    /// <summary>Walks from an interface that sends.</summary>
    public void FromInterface(InterfaceNode nic, Packet packet)
    {
        _packet = packet;
        var hop = At(nic, HopAction.Send);
        if (!nic.Element.Functional)
        {
            Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
            return;
        }

        _hops.Add(hop);
        LeaveInterface(nic);
    }

    /// <summary>
    /// Walks from a host on the internet, through a certain gateway or whichever leads to the address.
    /// </summary>
    public void FromInternet(Packet packet, InternetGateway? gateway)
    {
        _packet = packet;
        var hop = OnInternet(HopAction.Send);
        if (FindOutside() is not { } station)
            DropUnowned(hop);
        else if (gateway is not null && gateway.VpcId != station.Subnet.Vpc.Vpc.Id)
        {
            _hops.Add(hop);
            Drop(
                new Hop(HopKind.InternetGateway, gateway.Id, HopAction.Drop, _packet) { VpcId = gateway.VpcId },
                Disposition.NoPublicAddress, ExplanationCodes.IgwPrivateIpAssociationForIngress);
        }
        else
            EnterVpc(hop, station);
    }

    /// <summary>From the internet to an interface that has no public address.</summary>
    public void FromInternetToPrivate(Packet packet, VpcIndex vpc)
    {
        _packet = packet;
        var hop = OnInternet(HopAction.Send);
        if (vpc.InternetGateway is null)
        {
            Drop(hop, Disposition.NoInternetGateway, ExplanationCodes.NoPath);
            return;
        }

        _hops.Add(hop);
        Drop(
            AtInternetGateway(vpc), Disposition.NoPublicAddress,
            ExplanationCodes.IgwPrivateIpAssociationForIngress);
    }

    private void LeaveInterface(InterfaceNode nic)
    {
        _visited.Add(nic);
        if (Ask(nic, TrafficDirection.Egress))
            RouteFrom(nic.Subnet);
    }

    private void RouteFrom(SubnetNode subnet)
    {
        var entry = subnet.Routes?.Match(_packet.Destination);
        var target = RouteTarget.Of(entry, subnet.Vpc, _packet.Destination, topology);
        var stays = target.Station is { } next
            ? next.Subnet == subnet
            : target.Kind == RouteTargetKind.Local && subnet.Holds(_packet.Destination);
        if (!stays && !Cross(subnet, TrafficDirection.Egress))
            return;
        var hop = new Hop(HopKind.RouteTable, subnet.Routes?.Id ?? subnet.Id, HopAction.Pass, _packet)
        {
            VpcId = subnet.Vpc.Vpc.Id, SubnetId = subnet.Id, Route = entry?.Route, RouteBlock = entry?.Block,
        };
        Follow(target, hop, subnet);
    }

    private void Follow(RouteTarget target, Hop hop, SubnetNode subnet)
    {
        if (target.Kind == RouteTargetKind.None)
            Drop(hop, Disposition.NoRoute, ExplanationCodes.NoRouteToDestination);
        else if (target.Kind == RouteTargetKind.Blackhole)
            Drop(hop, Disposition.Blackhole, ExplanationCodes.BadStateRoute);
        else if (target is { Kind: RouteTargetKind.Local, Station: null })
            Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else
        {
            _hops.Add(hop);
            Leave(target, subnet);
        }
    }

    private void Leave(RouteTarget target, SubnetNode subnet)
    {
        switch (target.Kind)
        {
            case RouteTargetKind.NatGateway:
                TranslateAt((NatNode)target.Station!, subnet);
                break;
            case RouteTargetKind.InternetGateway:
                LeaveByInternetGateway(subnet.Vpc);
                break;
            case RouteTargetKind.EgressOnlyInternetGateway:
                LeaveByEgressOnly(subnet.Vpc);
                break;
            case RouteTargetKind.VpcPeering:
                CrossPeering(target.Peering!, subnet.Vpc);
                break;
            default:
                Reach(target.Station!, subnet);
                break;
        }
    }

    /// <summary>Comes to an interface or NAT gateway, from a subnet or (null) from outside of the VPC.</summary>
    private void Reach(Station station, SubnetNode? from)
    {
        if (station.Subnet != from && !Cross(station.Subnet, TrafficDirection.Ingress))
            return;
        if (station is NatNode nat)
            ReturnThrough(nat);
        else if (station.Owns(_packet.Destination))
            Receive((InterfaceNode)station);
        else
            PassThrough((InterfaceNode)station);
    }

    private void Receive(InterfaceNode nic)
    {
        if (!Ask(nic, TrafficDirection.Ingress))
            return;
        var hop = At(nic, HopAction.Receive);
        if (!nic.Element.Functional)
            Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
        else if (!expected.MetAt(nic, _packet))
            Drop(hop, Disposition.Misrouted, ExplanationCodes.NoPath);
        else
        {
            _hops.Add(hop);
            End = nic;
        }
    }

    private void PassThrough(InterfaceNode nic)
    {
        var hop = At(nic, HopAction.Pass);
        if (_visited.Contains(nic))
            Drop(hop, Disposition.Loop, ExplanationCodes.NoPath);
        else if (!Ask(nic, TrafficDirection.Ingress))
            return;
        else if (nic.Element.SourceDestCheck)
            Drop(hop, Disposition.SourceDestCheck, ExplanationCodes.EniSourceDestCheckRestriction);
        else
        {
            _hops.Add(hop);
            _throughAppliance = true;
            LeaveInterface(nic);
        }
    }

    /// <summary>A NAT gateway as a route's target.</summary>
    private void TranslateAt(NatNode nat, SubnetNode from)
    {
        if (nat.Subnet != from && !Cross(nat.Subnet, TrafficDirection.Ingress))
            return;
        var hop = At(nat, HopAction.Translate);
        if (RefusalOf(nat) is { } refusal)
        {
            Drop(hop, refusal.Disposition, refusal.Code);
            return;
        }

        _visited.Add(nat);
        var outside = _packet with
        {
            Source = nat.Addresses[0].Private,
            SourcePort = IpProtocol.HasPorts(_packet.Protocol) ? Flow.NatPort : _packet.SourcePort,
        };
        tracking.Remember(nat, _packet, outside);
        Add(hop with { Translated = outside });
        RouteFrom(nat.Subnet);
    }

    private (Disposition Disposition, string Code)? RefusalOf(NatNode nat)
    {
        if (nat.Element.State != NatGatewayState.Available || nat.Addresses.Count == 0)
            return (Disposition.NotFunctional, ExplanationCodes.BadState);
        if (_visited.Contains(nat))
            return (Disposition.Loop, ExplanationCodes.NoPath);
        if (isReply)
            return (Disposition.Misrouted, ExplanationCodes.NgwSourceAddressReassign);
        if (_packet.Protocol is not (IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Icmp) || _packet.Source.IsV6)
            return (Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        return nat.Subnet.Vpc.Holds(_packet.Source)
            ? null
            : (Disposition.NotTransitive, ExplanationCodes.NgwRequiresSourceInVpc);
    }

    /// <summary>A NAT gateway as the owner of the packet's destination: replies pass, nothing else.</summary>
    private void ReturnThrough(NatNode nat)
    {
        var hop = At(nat, HopAction.Translate);
        if (isReply && tracking.Restore(nat, _packet) is { } inside)
        {
            Add(hop with { Translated = inside });
            RouteFrom(nat.Subnet);
            return;
        }

        Drop(
            hop, Disposition.InboundNotAllowed,
            _cameFrom is null ? ExplanationCodes.NoPossibleDestination : ExplanationCodes.NgwRequiresSourceInVpc);
    }

    private void CrossPeering(VpcPeering peering, VpcIndex vpc)
    {
        var hop = new Hop(HopKind.VpcPeering, peering.Id, HopAction.Pass, _packet) { VpcId = vpc.Vpc.Id };
        var peer = topology.Vpc(peering.PeerOf(vpc.Vpc.Id));
        if (peer is null)
            Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else if (!peer.Holds(_packet.Destination))
            Drop(hop, Disposition.NotTransitive, ExplanationCodes.PcxRequiresAddressInVpcCidr);
        else if (!vpc.Holds(_packet.Source))
            Drop(hop, Disposition.NotTransitive, ExplanationCodes.GatewayRejectsSpoofedTraffic);
        else if (peer.OwnerOf(_packet.Destination) is not { } owner)
            Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else
        {
            _hops.Add(hop);
            _cameFrom = vpc;
            Reach(owner, null);
        }
    }

    private void LeaveByInternetGateway(VpcIndex vpc)
    {
        var hop = AtInternetGateway(vpc);
        var owner = vpc.OwnerOf(_packet.Source);
        if (PrivateRange(_packet.Destination) is { } code)
            Drop(hop, Disposition.GatewayRefused, code);
        else if (owner is null || (!_packet.Source.IsV6 && owner.PublicOf(_packet.Source) is null))
            Drop(hop, Disposition.NoPublicAddress, ExplanationCodes.IgwPublicIpAssociationForEgress);
        else
        {
            Add(_packet.Source.IsV6 ? hop : hop with
            {
                Action = HopAction.Translate,
                Translated = _packet with { Source = owner.PublicOf(_packet.Source)!.Value },
            });
            _exitGateway = hop.Id;
            CrossInternet();
        }
    }

    private void LeaveByEgressOnly(VpcIndex vpc)
    {
        var hop = AtEgressOnly(vpc, HopAction.Pass);
        if (!_packet.Source.IsV6)
            Drop(hop, Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        else if (vpc.OwnerOf(_packet.Source) is null)
            Drop(hop, Disposition.GatewayRefused, ExplanationCodes.GatewayRejectsSpoofedTraffic);
        else
        {
            _hops.Add(hop);
            _exitGateway = hop.Id;
            if (!isReply)
                tracking.RememberEgressOnly(vpc);
            CrossInternet();
        }
    }

    private void CrossInternet()
    {
        if (FindOutside() is { } station)
            EnterVpc(OnInternet(HopAction.Pass), station);
        else if (_packet.Destination.IsV6 && topology.Index.VpcOfV6(_packet.Destination) is not null)
            DropUnowned(OnInternet(HopAction.Pass));
        else if (!expected.MetOnInternet(_exitGateway, _packet))
            Drop(OnInternet(HopAction.Receive), Disposition.Misrouted, ExplanationCodes.NoPath);
        else
            _hops.Add(OnInternet(HopAction.Receive));
    }

    private void EnterVpc(Hop internet, Station station)
    {
        var vpc = station.Subnet.Vpc;
        _cameFrom = null;
        var answered = isReply && _packet.Destination.IsV6 && tracking.LeftByEgressOnly(vpc);
        var closed = vpc.InternetGateway is null && _packet.Destination.IsV6 && vpc.EgressOnlyGateway is not null;
        if (answered || closed)
            EnterByEgressOnly(internet, station, answered);
        else if (vpc.InternetGateway is null)
            Drop(internet, Disposition.NoInternetGateway, ExplanationCodes.NoPath);
        else
        {
            _hops.Add(internet);
            EnterByInternetGateway(station, vpc);
        }
    }

    private void EnterByEgressOnly(Hop internet, Station station, bool answered)
    {
        _hops.Add(internet);
        var hop = AtEgressOnly(station.Subnet.Vpc, HopAction.Track);
        if (!answered)
        {
            Drop(hop, Disposition.InboundNotAllowed, ExplanationCodes.NoPath);
            return;
        }

        _hops.Add(hop);
        Reach(station, null);
    }

    private void EnterByInternetGateway(Station station, VpcIndex vpc)
    {
        var hop = AtInternetGateway(vpc);
        Add(_packet.Destination.IsV6 ? hop : hop with
        {
            Action = HopAction.Translate,
            Translated = _packet with { Destination = station.PrivateOf(_packet.Destination)!.Value },
        });
        if (vpc.IngressRoutes is not { } routes)
        {
            Reach(station, null);
            return;
        }

        var entry = routes.Match(_packet.Destination);
        var target = RouteTarget.Of(entry, vpc, _packet.Destination, topology);
        // A gateway's table leads to addresses and interfaces of its VPC only ("Gateway route tables").
        if (target.Kind is not (RouteTargetKind.None or RouteTargetKind.Local or RouteTargetKind.NetworkInterface))
            target = new RouteTarget(RouteTargetKind.Blackhole, null, null);
        var guide = new Hop(HopKind.RouteTable, routes.Id, HopAction.Pass, _packet)
        {
            VpcId = vpc.Vpc.Id, Route = entry?.Route, RouteBlock = entry?.Block,
        };
        if (target.Station is null)
            Follow(target, guide, station.Subnet);
        else
        {
            _hops.Add(guide);
            Reach(target.Station, null);
        }
    }

    private bool Cross(SubnetNode subnet, TrafficDirection direction)
    {
        if (subnet.Acl is not { } acl)
            return true;
        var entry = Filters.Deciding(acl, direction, _packet);
        var hop = new Hop(HopKind.NetworkAcl, acl.Id, HopAction.Pass, _packet)
        {
            VpcId = subnet.Vpc.Vpc.Id, SubnetId = subnet.Id, Direction = direction, Entry = entry,
        };
        if (entry is not { Allow: true })
            return Drop(hop, Disposition.DeniedByNetworkAcl, ExplanationCodes.SubnetAclRestriction);
        _hops.Add(hop);
        return true;
    }

    private bool Ask(InterfaceNode nic, TrafficDirection direction)
    {
        if (nic.Element.SecurityGroupIds.Count == 0)
            return true;
        if (isReply && tracking.Knows(nic))
        {
            _hops.Add(AtGroup(nic, direction, nic.Element.SecurityGroupIds[0]) with { Action = HopAction.Track });
            return true;
        }

        var lost = _throughAppliance && direction == TrafficDirection.Ingress;
        var verdict = Filters.Ask(nic, direction, _packet, new GroupContext(topology, lost, _cameFrom));
        var hop = AtGroup(nic, direction, verdict.GroupId);
        if (verdict.Code is { } code)
            return Drop(hop, Disposition.DeniedBySecurityGroup, code);
        if (!isReply)
            tracking.Remember(nic);
        _hops.Add(hop with { Rule = verdict.Rule });
        return true;
    }

    private Station? FindOutside() =>
        topology.Index.PublicOwners.TryGetValue(_packet.Destination, out var id)
            ? topology.Vpc(topology.Find(id)?.VpcId)?.Station(id)
            : null;

    private static string? PrivateRange(IpAddress address) =>
        AddressRanges.IsRfc1918(address) ? ExplanationCodes.IgwDestinationPrivate
        : AddressRanges.IsRfc6598(address) ? ExplanationCodes.IgwDestinationShared
        : null;

    private void DropUnowned(Hop hop) => Drop(
        hop, Disposition.NoSuchAddress,
        AddressRanges.IsPublic(_packet.Destination)
            ? ExplanationCodes.NoPossibleDestination
            : ExplanationCodes.IgwExpectsPublicAddress);

    private void Add(Hop hop)
    {
        _hops.Add(hop);
        _packet = hop.Translated ?? _packet;
    }

    private bool Drop(Hop hop, Disposition disposition, string code)
    {
        _hops.Add(hop with { Action = HopAction.Drop, Code = code });
        Disposition = disposition;
        return false;
    }

    private Hop OnInternet(HopAction action) => new(HopKind.Internet, "internet", action, _packet);

    private Hop At(InterfaceNode nic, HopAction action) => new(HopKind.NetworkInterface, nic.Id, action, _packet)
    {
        VpcId = nic.Subnet.Vpc.Vpc.Id, SubnetId = nic.Subnet.Id, InterfaceId = nic.Id,
    };

    private Hop At(NatNode nat, HopAction action) => new(HopKind.NatGateway, nat.Id, action, _packet)
    {
        VpcId = nat.Subnet.Vpc.Vpc.Id, SubnetId = nat.Subnet.Id,
    };

    private Hop AtGroup(InterfaceNode nic, TrafficDirection direction, string groupId) =>
        new(HopKind.SecurityGroup, groupId, HopAction.Pass, _packet)
        {
            VpcId = nic.Subnet.Vpc.Vpc.Id, SubnetId = nic.Subnet.Id, InterfaceId = nic.Id, Direction = direction,
        };

    private Hop AtInternetGateway(VpcIndex vpc) =>
        new(HopKind.InternetGateway, vpc.InternetGateway!.Id, HopAction.Pass, _packet) { VpcId = vpc.Vpc.Id };

    private Hop AtEgressOnly(VpcIndex vpc, HopAction action) =>
        new(HopKind.EgressOnlyInternetGateway, vpc.EgressOnlyGateway!.Id, action, _packet) { VpcId = vpc.Vpc.Id };
}
