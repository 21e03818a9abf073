using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// <see cref="Walk"/> for many packets at once: the same steps, each taken by all packets that have come there
/// together. Where a packet would be dropped, it leaves the beam. What arrives turns round as the reply.
/// </summary>
internal sealed class SetWalk
{
    private readonly SetQuestion _question;
    private readonly Action<Beam> _delivered;
    private readonly SetNatPassage _nat;
    private readonly SetInternetPassage _internet;
    private readonly SetEndpointPassage _endpoints;
    private readonly SetServicePassage _services;
    private readonly HostService? _service;

    public SetWalk(Topology topology, InternetView internet, SetQuestion question, Action<Beam> delivered)
    {
        Topology = topology;
        _question = question;
        _delivered = delivered;
        Filters = new SetFilters(topology);
        _nat = new SetNatPassage(this);
        _endpoints = new SetEndpointPassage(this);
        _services = new SetServicePassage(delivered);
        _service = HostService.Named(question.ToPlace);
        Transit = new SetTransitPassage(this);
        Vpn = new SetVpnPassage(this);
        _internet = new SetInternetPassage(this, internet, question);
    }

    public Topology Topology { get; }

    public SetFilters Filters { get; }

    public SetTransitPassage Transit { get; }

    public SetVpnPassage Vpn { get; }

    /// <summary>Begins at the interfaces or the place that the beam names as its start, else on the internet.</summary>
    public void FromStart(Beam beam)
    {
        if (beam.Start is { } nics)
            FromInterfaces(beam, nics);
        else if (beam.StartPlace is { } network)
            Vpn.Begin(beam, network);
        else
            _internet.Begin(beam);
    }

    private void FromInterfaces(Beam beam, StationClass nics)
    {
        // An endpoint begins nothing.
        if (!nics.Element.Functional || (!beam.IsReply && nics.Interface!.Endpoint is not null))
            return;
        if (!beam.IsReply && _service is not null)
            _services.Reach(beam, nics, _service);
        else
            LeaveInterfaces(beam, nics);
    }

    private void LeaveInterfaces(Beam beam, StationClass nics)
    {
        var asked = Filters.Ask(beam, nics, TrafficDirection.Egress);
        RouteFrom(asked with { Visited = new Chain<StationClass>(nics, asked.Visited) }, nics.Subnet);
    }

    /// <summary>Goes where the route table of a subnet leads.</summary>
    public void RouteFrom(Beam beam, SubnetNode subnet)
    {
        if (subnet.Routes is not { } routes || beam.IsEmpty)
            return;
        var ways = beam.Split(Dimension.Destination, routes.Ranges(beam.IsV6), entry => entry.Route.Target);
        foreach (var (way, part) in ways)
            if (way == Route.Local)
                ReachOwners(part, subnet.Vpc, subnet);
            else
                Follow(part, RouteTarget.Of(Probe(way), subnet.Vpc, default, Topology), subnet);
    }

    private static RouteEntry Probe(string target) => new(default, Route.To(default, target));

    private void Follow(Beam beam, RouteTarget target, SubnetNode subnet)
    {
        if (target.Station?.Subnet != subnet)
            beam = SetFilters.Cross(beam, subnet, TrafficDirection.Egress);
        if (beam.IsEmpty)
            return;
        if (_question.Exits is { } exits && LeavesBy(target, beam, subnet, exits))
            return;
        switch (target.Kind)
        {
            case RouteTargetKind.NetworkInterface:
                Reach(beam, ClassOf(target.Station!), subnet);
                break;
            case RouteTargetKind.NatGateway:
                _nat.Translate(beam, ClassOf(target.Station!), subnet);
                break;
            case RouteTargetKind.InternetGateway:
                _internet.LeaveByGateway(beam, subnet.Vpc);
                break;
            case RouteTargetKind.EgressOnlyInternetGateway:
                _internet.LeaveByEgressOnly(beam, subnet.Vpc);
                break;
            case RouteTargetKind.VpcPeering:
                CrossPeering(beam, (VpcPeering)target.Way!, subnet.Vpc);
                break;
            case RouteTargetKind.TransitGateway:
                Transit.LeaveVpc(beam, target.Attachment!, subnet);
                break;
            case RouteTargetKind.VpnGateway:
                Vpn.LeaveByGateway(beam, subnet.Vpc);
                break;
            case RouteTargetKind.VpcEndpoint:
                _endpoints.Reach(beam, (VpcEndpoint)target.Way!, subnet.Vpc);
                break;
        }
    }

    /// <summary>
    /// Comes from a gateway to whoever has the destination address in a VPC, by the gateway's route table if it has
    /// one. That leads to addresses and interfaces of the VPC only.
    /// </summary>
    public void EnterBy(RouteLookup? table, Beam beam, VpcIndex vpc)
    {
        if (table is not { } routes)
        {
            ReachOwners(beam, vpc, null);
            return;
        }

        foreach (var (owner, owned) in beam.Split(
            Dimension.Destination, vpc.Classes.Owners(beam.IsV6), owner => owner))
            foreach (var (way, part) in owned.Split(
                Dimension.Destination, routes.Ranges(beam.IsV6), entry => entry.Route.Target))
                if (way == Route.Local)
                    Reach(part, owner, null);
                else if (RouteTarget.Of(Probe(way), vpc, default, Topology) is
                    { Kind: RouteTargetKind.NetworkInterface, Station: { } station })
                    Reach(part, ClassOf(station), null);
    }

    private bool LeavesBy(RouteTarget target, Beam beam, SubnetNode subnet, ISetExits exits)
    {
        switch (target.Kind)
        {
            case RouteTargetKind.TransitGateway:
                exits.Leave(Transit.Entering(beam, target.Attachment!, subnet), target.Attachment!, subnet);
                return true;
            case RouteTargetKind.InternetGateway:
            case RouteTargetKind.EgressOnlyInternetGateway:
                exits.LeaveOtherwise(SetInternetPassage.Routed(beam));
                return true;
            case RouteTargetKind.VpcPeering:
            case RouteTargetKind.VpnGateway:
                exits.LeaveOtherwise(beam);
                return true;
            default:
                return false;
        }
    }

    /// <summary>In a summary of a VPC: packets have left it and are answered as if they had arrived.</summary>
    public void AnswerBy(Beam beam) => TurnRound(beam);

    /// <summary>
    /// Comes to whoever has the destination address in a VPC, from a subnet of it or (null) from outside.
    /// </summary>
    public void ReachOwners(Beam beam, VpcIndex vpc, SubnetNode? from)
    {
        foreach (var (owner, part) in beam.Split(
            Dimension.Destination, vpc.Classes.Owners(beam.IsV6), owner => owner))
        {
            var leaving = from is null || owner.Subnet == from
                ? part
                : SetFilters.Cross(part, from, TrafficDirection.Egress);
            Reach(leaving, owner, from);
        }
    }

    /// <summary>Comes to interfaces or a NAT gateway, from a subnet or (null) from outside of the VPC.</summary>
    public void Reach(Beam beam, StationClass stations, SubnetNode? from)
    {
        if (stations.Subnet != from)
            beam = SetFilters.Cross(beam, stations.Subnet, TrafficDirection.Ingress);
        if (beam.IsEmpty)
            return;
        if (stations.Nat is not null)
            _nat.Return(beam, stations);
        else
        {
            Receive(beam.Where(Dimension.Destination, stations.Own), stations);
            PassThrough(beam.Except(Dimension.Destination, stations.Own), stations);
        }
    }

    /// <summary>Ends on the internet.</summary>
    public void ArriveOnInternet(Beam beam)
    {
        if (beam.IsReply)
        {
            if (beam.IsFromInternet && IsGateway(_question.FromGateway, beam))
                Finish(beam with { AnsweredOnInternet = true });
        }
        else if (_question.ToInternet && IsGateway(_question.ToGateway, beam))
            TurnRound(beam);
    }

    /// <summary>Ends on premises or at a gateway endpoint.</summary>
    public void ArriveAt(Beam beam, string place)
    {
        if (beam.IsReply)
        {
            if (beam.StartPlace == place)
                Finish(beam);
        }
        else if (_question.ToPlace == place)
            TurnRound(beam with { EndPlace = place });
    }

    private static bool IsGateway(string? asked, Beam beam) => asked is null || asked == beam.ExitGateway;

    private void Receive(Beam beam, StationClass nics)
    {
        var asked = beam.IsEmpty ? beam : Filters.Ask(beam, nics, TrafficDirection.Ingress);
        if (asked.IsEmpty || !nics.Element.Functional || nics.Interface!.Endpoint is { Functional: false })
            return;
        if (asked.IsReply)
        {
            if (asked.Start == nics)
                Finish(asked);
        }
        else if (_question.AnyInterface)
            TurnRound(asked with { End = nics });
        else if (_question.Targets.TryGetValue(nics, out var addresses))
            TurnRound(asked.Where(Dimension.Destination, addresses) with { End = nics });
    }

    // What has no answer (ICMP but for queries) has arrived; for the rest the reply sets out.
    private void TurnRound(Beam beam)
    {
        if (beam.IsEmpty)
            return;
        var protocol = beam.IsV6 ? IpProtocol.Icmp6 : IpProtocol.Icmp;
        var number = Interval.Point((UInt128)protocol);
        var icmp = beam.Where(Dimension.Protocol, number);
        if (!icmp.IsEmpty)
        {
            beam = Without(beam, Dimension.Protocol, number);
            AnswerIcmp(icmp, protocol);
        }

        SendReply(beam, null);
    }

    private void AnswerIcmp(Beam icmp, int protocol)
    {
        for (var type = 0; type < 256 && !icmp.IsEmpty; type++)
            if (IpProtocol.ReplyTypeOf(protocol, type) is { } answer)
            {
                var asked = Interval.Point((UInt128)type);
                SendReply(icmp.Where(Dimension.DestinationPort, asked) with { IsIcmp = true }, answer);
                icmp = Without(icmp, Dimension.DestinationPort, asked);
            }

        if (!icmp.IsEmpty)
            _delivered(icmp);
    }

    private static Beam Without(Beam beam, Dimension field, Interval range)
    {
        var box = Box.All(beam.IsV6).With(field, range);
        return beam.View.TryPull(box, out var first) ? beam.Only(beam.Packets.Subtract(first)) : beam;
    }

    private void SendReply(Beam beam, int? answerType)
    {
        if (beam.IsEmpty)
            return;
        var view = beam.View.Reversed();
        if (answerType is { } type)
            view = view with { SourcePort = Slot.Fixed(0), DestinationPort = Slot.Fixed((UInt128)type) };
        var reply = beam with
        {
            View = view, IsReply = true, CameFrom = null, CameBy = null, GroupsForwarded = false,
            ThroughAppliance = false, ExitGateway = null, Visited = null, Transits = null,
        };
        if (beam.ReturnBy is { } way)
            Transit.EnterVpc(
                reply, way.Attachment,
                new TransitArrival(way.Attachment.Element.TransitGatewayId, way.Attachment.Id, null, null,
                    way.Subnet.Element.Zone));
        else if (beam.End is { } nics)
            FromInterfaces(reply, nics);
        else if (beam.EndConnection is { } connection)
            Vpn.Enter(reply, connection);
        else if (beam.EndEndpoint is not null)
            _endpoints.Answer(reply);
        else
            _internet.Begin(reply);
    }

    // A reply must answer what was asked: from there, to here, between the same ports.
    private void Finish(Beam beam)
    {
        var view = beam.View;
        beam = beam.WhereEqual(view.Source, Slot.From(Dimension.Destination))
            .WhereEqual(view.Destination, Slot.From(Dimension.Source));
        if (!beam.IsIcmp && (view.SourcePort.Of is null || view.DestinationPort.Of is null))
            beam = beam.WhereEqual(view.SourcePort, Slot.From(Dimension.DestinationPort))
                .WhereEqual(view.DestinationPort, Slot.From(Dimension.SourcePort));
        if (!beam.IsEmpty)
            _delivered(beam);
    }

    private void PassThrough(Beam beam, StationClass nic)
    {
        if (beam.IsEmpty || Chain<StationClass>.Has(beam.Visited, nic) || nic.Element.SourceDestCheck)
            return;
        var asked = Filters.Ask(beam, nic, TrafficDirection.Ingress);
        if (!asked.IsEmpty)
            LeaveInterfaces(asked.Meeting(nic.Any.Id) with { ThroughAppliance = true }, nic);
    }

    private void CrossPeering(Beam beam, VpcPeering peering, VpcIndex vpc)
    {
        if (Topology.Vpc(peering.PeerOf(vpc.Vpc.Id)) is not { } peer)
            return;
        var own = beam.Where(Dimension.Source, vpc.Classes.Blocks).Where(Dimension.Destination, peer.Classes.Blocks);
        own = own.Meeting(peering.Id) with { CameFrom = vpc, CameBy = null, GroupsForwarded = false };
        ReachOwners(own, peer, null);
    }

    private static StationClass ClassOf(Station station) => station.Subnet.Vpc.Classes.Of(station);
}
