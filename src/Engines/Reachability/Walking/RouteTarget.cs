using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// A route's target as it is now. A target that is gone, detached, not active or of another VPC makes the route a
/// blackhole (VPC user guide, "Route tables": the state of a route).
/// </summary>
/// <param name="Kind">Where the route leads.</param>
/// <param name="Station">Who gets the packet next within the VPC: for local routes the owner of its address, if
/// any.</param>
/// <param name="Way">The peering connection or gateway endpoint.</param>
/// <param name="Attachment">For a transit gateway: the VPC's attachment to it.</param>
internal readonly record struct RouteTarget(
    RouteTargetKind Kind, Station? Station = null, Element? Way = null, AttachmentNode? Attachment = null)
{
    /// <summary>The peering connection, where that is the way.</summary>
    public VpcPeering? Peering => Way as VpcPeering;

    public static RouteTarget Of(RouteEntry? entry, VpcIndex vpc, IpAddress destination, Topology topology)
    {
        if (entry is null)
            return default;
        if (entry.Route.Target == Route.Local)
            return new RouteTarget(RouteTargetKind.Local, vpc.OwnerOf(destination));
        if (vpc.Station(entry.Route.Target) is { } station)
            return OfStation(station);
        return topology.Find(entry.Route.Target) switch
        {
            InternetGateway igw when igw.Id == vpc.InternetGateway?.Id =>
                new RouteTarget(RouteTargetKind.InternetGateway),
            EgressOnlyInternetGateway eigw when eigw.Id == vpc.EgressOnlyGateway?.Id =>
                new RouteTarget(RouteTargetKind.EgressOnlyInternetGateway),
            VpcPeering { State: VpcPeeringState.Active } peering when peering.PeerOf(vpc.Vpc.Id) is not null =>
                new RouteTarget(RouteTargetKind.VpcPeering, Way: peering),
            TransitGateway gateway when vpc.AttachmentTo(gateway.Id) is { } attachment =>
                new RouteTarget(RouteTargetKind.TransitGateway, Attachment: attachment),
            VpnGateway gateway when gateway.Id == vpc.VpnGateway?.Id => new RouteTarget(RouteTargetKind.VpnGateway),
            VpcEndpoint { Kind: VpcEndpointKind.Gateway, Functional: true } endpoint
                when endpoint.VpcId == vpc.Vpc.Id => new RouteTarget(RouteTargetKind.VpcEndpoint, Way: endpoint),
            _ => new RouteTarget(RouteTargetKind.Blackhole),
        };
    }

    private static RouteTarget OfStation(Station station) => station switch
    {
        NatNode => new RouteTarget(RouteTargetKind.NatGateway, station),
        InterfaceNode { Element: { Functional: true, Attached: true } } =>
            new RouteTarget(RouteTargetKind.NetworkInterface, station),
        _ => new RouteTarget(RouteTargetKind.Blackhole),
    };
}
