using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// A packet's way within VPCs, hop by hop: interfaces, route tables, appliances, peering connections. Each step goes on
/// to the next; appliances, NAT gateways and attachments are passed at most once, so it ends.
/// </summary>
internal sealed class Walk
{
    private readonly Journey _journey;
    private readonly NatPassage _nat;
    private readonly InternetPassage _internet;
    private readonly EndpointPassage _endpoints;
    private readonly ServicePassage _services;

    public Walk(Journey journey)
    {
        _journey = journey;
        _nat = new NatPassage(journey, this);
        _internet = new InternetPassage(journey, this);
        _endpoints = new EndpointPassage(journey, this);
        _services = new ServicePassage(journey);
        Transit = new TransitPassage(journey, this);
        Vpn = new VpnPassage(journey, this);
    }

    public TransitPassage Transit { get; }

    public VpnPassage Vpn { get; }

    /// <summary>Walks from an interface that sends.</summary>
    public void FromInterface(InterfaceNode nic, Packet packet)
    {
        _journey.Packet = packet;
        var hop = _journey.At(nic, HopAction.Send);
        if (!nic.Element.Functional)
        {
            _journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
            return;
        }

        if (nic.Endpoint is { } endpoint)
        {
            var service = AtEndpoint(endpoint, HopAction.Send);
            if (!_journey.IsReply)
            {
                _journey.Drop(service, Disposition.InboundNotAllowed, ExplanationCodes.VpceIntraVpcTraffic);
                return;
            }

            _journey.Add(service);
        }

        _journey.Add(hop);
        if (!_journey.IsReply && nic.Subnet.Vpc.ServiceAt(packet.Destination) is { } local)
            _services.Reach(local, nic);
        else
            LeaveInterface(nic);
    }

    /// <summary>Walks from a host behind a customer gateway.</summary>
    public void FromOnPremises(Packet packet, string customerGatewayId)
    {
        _journey.Packet = packet;
        Vpn.Begin(customerGatewayId);
    }

    /// <summary>Walks from a gateway, attachment or peering connection, as if something behind it sent.</summary>
    public void FromPassage(Packet packet, string id)
    {
        _journey.Packet = packet;
        switch (_journey.Topology.Find(id))
        {
            case TransitGatewayAttachment attachment:
                Transit.Begin(attachment);
                break;
            case VpcPeering peering:
                var from = _journey.Topology.Vpc(peering.RequesterVpcId);
                if (from?.Holds(packet.Source) != true)
                    from = _journey.Topology.Vpc(peering.AccepterVpcId);
                var hop = new Hop(HopKind.VpcPeering, id, HopAction.Pass, packet) { VpcId = from?.Vpc.Id };
                if (peering.State == VpcPeeringState.Active && from is not null)
                    CrossPeering(peering, from);
                else
                    _journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
                break;
            default:
                Vpn.EnterByGateway(id);
                break;
        }
    }

    /// <summary>Walks the reply from where a packet ended.</summary>
    public void FromEndOf(Journey there, Packet reply)
    {
        _journey.Packet = reply;
        if (there.End is { } end)
            FromInterface(end, reply);
        else if (there.EndConnection is { } connection)
            Vpn.Answer(connection);
        else if (there.EndEndpoint is { } endpoint)
            _endpoints.Answer(endpoint);
        else if (there.EndService is { } answered)
            _services.Answer(answered.Service, answered.Asker);
        else
            FromInternet(reply, null);
    }

    /// <summary>
    /// Walks from a host on the internet, through a certain gateway or whichever leads to the address.
    /// </summary>
    public void FromInternet(Packet packet, InternetGateway? gateway)
    {
        _journey.Packet = packet;
        _internet.Begin(gateway);
    }

    /// <summary>Walks from the internet towards an interface that has no public address.</summary>
    public void FromInternetToPrivate(Packet packet, VpcIndex vpc)
    {
        _journey.Packet = packet;
        _internet.BeginWithoutAddress(vpc);
    }

    private void LeaveInterface(InterfaceNode nic)
    {
        _journey.Visited.Add(nic);
        if (_journey.Ask(nic, TrafficDirection.Egress))
            RouteFrom(nic.Subnet);
    }

    /// <summary>Goes where the route table of a subnet leads.</summary>
    public void RouteFrom(SubnetNode subnet)
    {
        var entry = subnet.Routes?.Match(_journey.Packet.Destination);
        var target = RouteTarget.Of(entry, subnet.Vpc, _journey.Packet.Destination, _journey.Topology);
        var stays = target.Station is { } next
            ? next.Subnet == subnet
            : target.Kind == RouteTargetKind.Local && subnet.Holds(_journey.Packet.Destination);
        if (!stays && !_journey.Cross(subnet, TrafficDirection.Egress))
            return;
        var hop = new Hop(HopKind.RouteTable, subnet.Routes?.Id ?? subnet.Id, HopAction.Pass, _journey.Packet)
        {
            VpcId = subnet.Vpc.Vpc.Id, SubnetId = subnet.Id, Route = entry?.Route, RouteBlock = entry?.Block,
        };
        Follow(target, hop, subnet);
    }

    /// <summary>Goes where a route leads, unless it leads nowhere.</summary>
    public void Follow(RouteTarget target, Hop hop, SubnetNode subnet)
    {
        if (target.Kind == RouteTargetKind.None)
            _journey.Drop(hop, Disposition.NoRoute, ExplanationCodes.NoRouteToDestination);
        else if (target.Kind == RouteTargetKind.Blackhole)
            _journey.Drop(hop, Disposition.Blackhole, ExplanationCodes.BadStateRoute);
        else if (target is { Kind: RouteTargetKind.Local, Station: null })
            _journey.Drop(
                hop with { Reserved = subnet.Vpc.ReservedFor(_journey.Packet.Destination) },
                Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else
        {
            _journey.Add(hop);
            Leave(target, subnet);
        }
    }

    private void Leave(RouteTarget target, SubnetNode subnet)
    {
        switch (target.Kind)
        {
            case RouteTargetKind.NatGateway:
                _nat.Translate((NatNode)target.Station!, subnet);
                break;
            case RouteTargetKind.InternetGateway:
                _internet.LeaveByGateway(subnet.Vpc);
                break;
            case RouteTargetKind.EgressOnlyInternetGateway:
                _internet.LeaveByEgressOnly(subnet.Vpc);
                break;
            case RouteTargetKind.VpcPeering:
                CrossPeering(target.Peering!, subnet.Vpc);
                break;
            case RouteTargetKind.TransitGateway:
                Transit.LeaveVpc(target.Attachment!, subnet);
                break;
            case RouteTargetKind.VpnGateway:
                Vpn.LeaveByGateway(subnet.Vpc);
                break;
            case RouteTargetKind.VpcEndpoint:
                _endpoints.Reach((VpcEndpoint)target.Way!, subnet.Vpc);
                break;
            default:
                Reach(target.Station!, subnet);
                break;
        }
    }

    /// <summary>Comes to a station from a gateway of its VPC, by the gateway's route table if it has one.</summary>
    public void EnterBy(RouteLookup? table, Station station)
    {
        if (table is not { } routes)
        {
            Reach(station, null);
            return;
        }

        var vpc = station.Subnet.Vpc;
        var entry = routes.Match(_journey.Packet.Destination);
        var target = RouteTarget.Of(entry, vpc, _journey.Packet.Destination, _journey.Topology);
        // A gateway's table leads to addresses and interfaces of its VPC only ("Gateway route tables").
        if (target.Kind is not (RouteTargetKind.None or RouteTargetKind.Local or RouteTargetKind.NetworkInterface))
            target = new RouteTarget(RouteTargetKind.Blackhole);
        var guide = new Hop(HopKind.RouteTable, routes.Id, HopAction.Pass, _journey.Packet)
        {
            VpcId = vpc.Vpc.Id, Route = entry?.Route, RouteBlock = entry?.Block,
        };
        if (target.Station is null)
            Follow(target, guide, station.Subnet);
        else
        {
            _journey.Add(guide);
            Reach(target.Station, null);
        }
    }

    /// <summary>Comes to an interface or NAT gateway, from a subnet or (null) from outside of the VPC.</summary>
    public void Reach(Station station, SubnetNode? from)
    {
        if (station.Subnet != from && !_journey.Cross(station.Subnet, TrafficDirection.Ingress))
            return;
        if (station is NatNode nat)
            _nat.Return(nat);
        else if (station.Owns(_journey.Packet.Destination))
            Receive((InterfaceNode)station);
        else
            PassThrough((InterfaceNode)station);
    }

    private void Receive(InterfaceNode nic)
    {
        if (!_journey.Ask(nic, TrafficDirection.Ingress))
            return;
        var hop = _journey.At(nic, HopAction.Receive);
        if (!nic.Element.Functional)
            _journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadState);
        else if (!_journey.Expected.MetAt(nic, _journey.Packet))
            _journey.Drop(hop, Disposition.Misrouted, ExplanationCodes.NoPath);
        else
        {
            _journey.Add(hop);
            _journey.End = nic;
            if (nic.Endpoint is { Functional: true } endpoint)
                _journey.Add(AtEndpoint(endpoint, HopAction.Receive));
            else if (nic.Endpoint is { } broken)
                _journey.Drop(
                    AtEndpoint(broken, HopAction.Receive), Disposition.NotFunctional, ExplanationCodes.BadState);
        }
    }

    private Hop AtEndpoint(VpcEndpoint endpoint, HopAction action) =>
        new(HopKind.VpcEndpoint, endpoint.Id, action, _journey.Packet) { VpcId = endpoint.VpcId };

    private void PassThrough(InterfaceNode nic)
    {
        var hop = _journey.At(nic, HopAction.Pass);
        if (_journey.Visited.Contains(nic))
            _journey.Drop(hop, Disposition.Loop, ExplanationCodes.NoPath);
        else if (!_journey.Ask(nic, TrafficDirection.Ingress))
            return;
        else if (nic.Element.SourceDestCheck)
            _journey.Drop(hop, Disposition.SourceDestCheck, ExplanationCodes.EniSourceDestCheckRestriction);
        else
        {
            _journey.Add(hop);
            _journey.ThroughAppliance = true;
            LeaveInterface(nic);
        }
    }

    private void CrossPeering(VpcPeering peering, VpcIndex vpc)
    {
        var hop = new Hop(HopKind.VpcPeering, peering.Id, HopAction.Pass, _journey.Packet) { VpcId = vpc.Vpc.Id };
        var peer = _journey.Topology.Vpc(peering.PeerOf(vpc.Vpc.Id));
        if (peer is null)
            _journey.Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else if (!peer.Holds(_journey.Packet.Destination))
            _journey.Drop(hop, Disposition.NotTransitive, ExplanationCodes.PcxRequiresAddressInVpcCidr);
        else if (!vpc.Holds(_journey.Packet.Source))
            _journey.Drop(hop, Disposition.NotTransitive, ExplanationCodes.GatewayRejectsSpoofedTraffic);
        else if (_journey.EndsAt(hop))
            return;
        else if (peer.OwnerOf(_journey.Packet.Destination) is not { } owner)
            _journey.Drop(hop, Disposition.NoSuchAddress, ExplanationCodes.NoPossibleDestination);
        else
        {
            _journey.Add(hop);
            _journey.Enter(vpc, null);
            Reach(owner, null);
        }
    }
}
