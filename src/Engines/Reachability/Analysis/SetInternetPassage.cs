using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary><see cref="InternetPassage"/> for many packets at once.</summary>
internal sealed class SetInternetPassage(SetWalk walk, InternetView internet, SetQuestion question)
{
    private static readonly RangeSet NotRouted = RangeSet.Of(AddressRanges.NotRouted);

    /// <summary>Begins at hosts on the internet.</summary>
    public void Begin(Beam beam) =>
        EnterOwners(beam, beam.IsReply ? null : question.FromGateway);

    public void LeaveByGateway(Beam beam, VpcIndex vpc)
    {
        var leaving = beam.Meeting(vpc.InternetGateway!.Id) with { ExitGateway = vpc.InternetGateway.Id };
        if (beam.IsV6)
        {
            foreach (var (_, part) in Routed(leaving).Split(Dimension.Source, vpc.Classes.Owners(true), owner => owner))
                Cross(part);
            return;
        }

        var ways = Routed(leaving).Split(Dimension.Source, vpc.Classes.Publics, station => station);
        foreach (var (station, part) in ways)
            foreach (var address in station.Addresses)
                if (address.Public is { } open)
                {
                    var own = part.Where(Dimension.Source, Interval.Point(address.Private.Bits));
                    if (!own.IsEmpty)
                        Cross(own with { View = own.View with { Source = Slot.Fixed(open.Bits) } });
                }
    }

    /// <summary>What a gateway to the internet sends out at all: nothing that is not routed there.</summary>
    public static Beam Routed(Beam beam) => beam.Except(Dimension.Destination, NotRouted);

    public void LeaveByEgressOnly(Beam beam, VpcIndex vpc)
    {
        if (!beam.IsV6)
            return;
        var leaving = beam.Meeting(vpc.EgressOnlyGateway!.Id) with
        {
            ExitGateway = vpc.EgressOnlyGateway.Id,
            EgressOnly = beam.IsReply ? beam.EgressOnly : new Chain<VpcIndex>(vpc, beam.EgressOnly),
        };
        foreach (var (_, part) in Routed(leaving).Split(Dimension.Source, vpc.Classes.Owners(true), owner => owner))
            Cross(part);
    }

    private void Cross(Beam beam)
    {
        // Who begins or ends on the internet was asked to be nobody of the topology; see HostsThatSend.
        var toHosts = beam.IsReply ? beam.IsFromInternet : question.ToInternet;
        if (!toHosts || beam.View.Destination.Of is null)
            EnterOwners(beam, null);
        if (!toHosts)
            return;
        walk.ArriveOnInternet(beam.View.Destination.Of is null
            ? beam.Except(Dimension.Destination, internet.Owned).Except(Dimension.Destination, internet.V6Blocks)
            : beam);
    }

    private void EnterOwners(Beam beam, string? gatewayId)
    {
        foreach (var (id, part) in beam.Split(Dimension.Destination, internet.Owners(beam.IsV6), id => id))
            if (walk.Topology.Vpc(walk.Topology.Find(id)?.VpcId)?.Station(id) is { } station
                && (gatewayId is null
                    || walk.Topology.Find<InternetGateway>(gatewayId)?.VpcId == station.Subnet.Vpc.Vpc.Id))
                EnterVpc(part, station);
    }

    private void EnterVpc(Beam beam, Station station)
    {
        var vpc = station.Subnet.Vpc;
        beam = beam with { CameFrom = null, CameBy = null, GroupsForwarded = false };
        var answered = beam.IsReply && beam.IsV6 && Chain<VpcIndex>.Has(beam.EgressOnly, vpc);
        var closed = beam.IsV6 && vpc.InternetGateway is null && vpc.EgressOnlyGateway is not null;
        if (answered || closed)
        {
            if (answered)
                walk.Reach(beam, vpc.Classes.Of(station), null);
        }
        else if (vpc.InternetGateway is not null)
            foreach (var address in station.Addresses)
                if ((beam.IsV6 ? address.Private.IsV6 ? address.Private : null : address.Public) is IpAddress open)
                    EnterByGateway(
                        beam.Where(Dimension.Destination, Interval.Point(open.Bits)), station, address.Private);
    }

    private void EnterByGateway(Beam beam, Station station, IpAddress inside)
    {
        if (beam.IsEmpty)
            return;
        var vpc = station.Subnet.Vpc;
        beam = beam.Meeting(vpc.InternetGateway!.Id);
        if (!beam.IsV6)
            beam = beam with
            {
                View = beam.View with { Destination = Slot.Fixed(inside.Bits) }, Visited = NatsOf(beam.Visited),
            };
        if (vpc.IngressRoutes is not { } routes)
        {
            walk.Reach(beam, vpc.Classes.Of(station), null);
            return;
        }

        // A gateway's table leads to addresses and interfaces of its VPC only.
        var target = RouteTarget.Of(routes.Match(inside), vpc, inside, walk.Topology);
        if (target is { Station: { } next, Kind: RouteTargetKind.Local or RouteTargetKind.NetworkInterface })
            walk.Reach(beam, vpc.Classes.Of(next), null);
    }

    // With another destination they are other packets: interfaces that they passed before they may pass again.
    private static Chain<StationClass>? NatsOf(Chain<StationClass>? visited) => visited switch
    {
        null => null,
        { Item.Nat: not null } => visited with { Rest = NatsOf(visited.Rest) },
        _ => NatsOf(visited.Rest),
    };
}
