using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// The twin's transit gateways, VPN connections and endpoints. Each method is one place of the loop of
/// <see cref="NaiveWalk"/>: it tells where the packet is next.
/// </summary>
internal sealed class NaiveTransit(NaiveRules rules, NaiveWalk walk)
{
    private readonly HashSet<(string Gateway, string Attachment, IpAddress Source)> _seen = [];

    /// <summary>At a transit gateway, by an attachment.</summary>
    public sealed record AtGateway(
        Hop Arriving, string Gateway, string Attachment, string? Table, string? FromVpc, string? Zone, bool Tells);

    /// <summary>At a site that sends; by a certain connection where it answers.</summary>
    public sealed record AtSite(string CustomerGateway, string? Connection);

    /// <summary>At a gateway endpoint whose service answers.</summary>
    public sealed record AtService(string Endpoint);

    /// <summary>At a gateway, attachment or peering connection, as if something behind it sent.</summary>
    public sealed record AtPassage(Element Passage);

    public object? Go(object place) => place switch
    {
        AtPassage p => Begin(p.Passage),
        AtGateway g => Decide(g),
        AtSite s => Send(s),
        AtService e => Answer(rules.Get<VpcEndpoint>(e.Endpoint)!),
        _ => throw new InvalidOperationException(),
    };

    private object? Begin(Element passage)
    {
        switch (passage)
        {
            case VpnGateway gateway:
                return IntoVpc(gateway);
            case VpcPeering peering:
                var side = rules.InVpc(walk.Packet.Source, peering.RequesterVpcId)
                    ? peering.RequesterVpcId
                    : peering.AccepterVpcId;
                if (peering.State == VpcPeeringState.Active && rules.Get<Vpc>(side) is not null)
                    return walk.Peer(peering, side);
                return walk.Stop(
                    new Hop(HopKind.VpcPeering, peering.Id, HopAction.Pass, walk.Packet)
                    {
                        VpcId = rules.Get<Vpc>(side)?.Id,
                    },
                    Disposition.NotFunctional, "BAD_STATE");
            default:
                var attachment = (TransitGatewayAttachment)passage;
                var works = attachment.Functional
                    && (attachment.VpcId is null || rules.Get<Vpc>(attachment.VpcId) is not null)
                    && rules.Get<TransitGateway>(attachment.TransitGatewayId) is { Functional: true };
                return works
                    ? new AtGateway(
                        At(attachment), attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId,
                        attachment.VpcId, null, attachment is { VpcId: not null, SecurityGroupReferencing: true })
                    : walk.Stop(At(attachment), Disposition.NotFunctional, "BAD_STATE_ATTACHMENT");
        }
    }

    public object? LeaveVpc(TransitGateway gateway, Subnet from)
    {
        var attachment = rules.All<TransitGatewayAttachment>()
            .Where(a => a.VpcId == from.VpcId && a.TransitGatewayId == gateway.Id)
            .OrderBy(a => a.Functional ? 0 : 1).First();
        var entrance = rules.SubnetsOf(attachment).FirstOrDefault(s => s.Zone == from.Zone);
        var hop = At(attachment) with { SubnetId = entrance?.Id };
        if (!attachment.Functional || !gateway.Functional)
            return walk.Stop(hop, Disposition.NotFunctional, "BAD_STATE_ATTACHMENT");
        if (entrance is null)
            return walk.Stop(hop, Disposition.ZoneNotAttached, "TGW_ROUTE_AZ_RESTRICTION");
        if (walk.Packet.Source.IsV6 && !attachment.Ipv6)
            return walk.Stop(hop, Disposition.GatewayRefused, "PROTOCOL_RESTRICTION");
        if (!walk.Acl(entrance, TrafficDirection.Ingress))
            return null;
        return new AtGateway(
            hop, gateway.Id, attachment.Id, attachment.RouteTableId, from.VpcId, from.Zone,
            attachment.SecurityGroupReferencing);
    }

    public object? LeaveByVpnGateway(VpnGateway gateway)
    {
        var hop = new Hop(HopKind.VpnGateway, gateway.Id, HopAction.Pass, walk.Packet) { VpcId = gateway.VpcId };
        if (rules.Owner(walk.Packet.Source, gateway.VpcId) is null)
            return walk.Stop(hop, Disposition.NotTransitive, "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS");
        if (walk.EndsHere(hop))
            return null;
        var connection = rules.All<VpnConnection>().Where(c => c.VpnGatewayId == gateway.Id)
            .SelectMany(c => c.Routes.Where(r => rules.IsIn(walk.Packet.Destination, [r])).Select(r => (c, r)))
            .OrderByDescending(x => x.r.PrefixLength).ThenBy(x => x.c.Up ? 0 : 1)
            .ThenBy(x => x.c.Id, StringComparer.Ordinal).Select(x => x.c).FirstOrDefault();
        if (connection is null)
            return walk.Stop(hop, Disposition.NoRoute, "NO_POSSIBLE_DESTINATION");
        walk.Hops.Add(hop);
        return ToSite(connection);
    }

    public object? ReachService(VpcEndpoint endpoint)
    {
        var packet = walk.Packet;
        var hop = new Hop(HopKind.VpcEndpoint, endpoint.Id, HopAction.Receive, packet) { VpcId = endpoint.VpcId };
        var echo = (packet.Protocol, packet.DestinationPort) is (1, 8) or (58, 128);
        if (packet.Protocol != 6 && !echo)
            return walk.Stop(hop, Disposition.GatewayRefused, "VPCE_GATEWAY_PROTOCOL_RESTRICTION");
        if (rules.Owner(packet.Source, endpoint.VpcId) is null)
            return walk.Stop(hop, Disposition.NotTransitive, "GATEWAY_REJECTS_SPOOFED_TRAFFIC");
        if (!rules.IsIn(packet.Destination, rules.Get<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? []))
            return walk.Stop(hop, Disposition.GatewayRefused, "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION");
        walk.Service = endpoint.Id;
        return walk.End(hop);
    }

    private object? Answer(VpcEndpoint endpoint)
    {
        walk.Hops.Add(
            new Hop(HopKind.VpcEndpoint, endpoint.Id, HopAction.Send, walk.Packet) { VpcId = endpoint.VpcId });
        return new NaiveWalk.Arriving(rules.Owner(walk.Packet.Destination, endpoint.VpcId)!, null);
    }

    private object? Decide(AtGateway at)
    {
        if (walk.EndsHere(at.Arriving))
            return null;
        if (!_seen.Add((at.Gateway, at.Attachment, walk.Packet.Source)))
            return walk.Stop(at.Arriving, Disposition.Loop, "NO_PATH");
        var table = rules.Get<TransitGatewayRouteTable>(at.Table);
        if (table?.TransitGatewayId != at.Gateway)
            return walk.Stop(at.Arriving, Disposition.NoRoute, "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");
        walk.Hops.Add(at.Arriving);
        var decided = rules.Decide(table, walk.Packet.Destination);
        var hop = new Hop(HopKind.TransitGatewayRouteTable, table.Id, HopAction.Pass, walk.Packet)
        {
            TransitGatewayId = at.Gateway, TransitRoute = decided?.Route, RouteBlock = decided?.Block,
            Propagated = decided?.Propagated == true,
        };
        if (decided is not { } route)
            return walk.Stop(hop, Disposition.NoRoute, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");
        var attachment = rules.Get<TransitGatewayAttachment>(route.Route.AttachmentId);
        var live = attachment is { Functional: true } && attachment.TransitGatewayId == at.Gateway;
        if (live && attachment!.VpcId is not null && rules.SubnetsOf(attachment).Any()
            && rules.Get<Vpc>(attachment.VpcId) is not null)
        {
            walk.Hops.Add(hop);
            return EnterVpc(attachment, at);
        }

        if (live && attachment!.VpcId is null && rules.Get<VpnConnection>(attachment.VpnConnectionId) is { } connection)
        {
            walk.Hops.Add(hop);
            if (walk.EndsHere(At(attachment)))
                return null;
            walk.Hops.Add(At(attachment));
            return ToSite(connection);
        }

        if (rules.Get<TransitGatewayPeering>(route.Route.AttachmentId) is { Functional: true } peering
            && (peering.RequesterId == at.Gateway || peering.AccepterId == at.Gateway))
        {
            walk.Hops.Add(hop);
            return CrossPeering(peering, at.Gateway);
        }

        return walk.Stop(hop, Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE");
    }

    private object? CrossPeering(TransitGatewayPeering peering, string gateway)
    {
        var forth = peering.RequesterId == gateway;
        var other = forth ? peering.AccepterId : peering.RequesterId;
        var hop = new Hop(HopKind.TransitGatewayPeering, peering.Id, HopAction.Pass, walk.Packet)
        {
            TransitGatewayId = gateway,
        };
        if (rules.Get<TransitGateway>(other) is not { Functional: true })
            return walk.Stop(hop, Disposition.NotFunctional, "BAD_STATE_ATTACHMENT");
        var table = forth ? peering.AccepterRouteTableId : peering.RequesterRouteTableId;
        return new AtGateway(hop, other, peering.Id, table, null, null, false);
    }

    private object? EnterVpc(TransitGatewayAttachment attachment, AtGateway at)
    {
        var subnets = rules.SubnetsOf(attachment).ToList();
        var exit = walk.ExitOf(attachment.Id) is { } known
            ? rules.Get<Subnet>(known)!
            : subnets.FirstOrDefault(s => s.Zone == at.Zone) ?? subnets[0];
        if (attachment.ApplianceMode)
            walk.Exits.TryAdd(attachment.Id, exit.Id);
        var hop = At(attachment) with { SubnetId = exit.Id };
        if (walk.Packet.Source.IsV6 && !attachment.Ipv6)
            return walk.Stop(hop, Disposition.GatewayRefused, "PROTOCOL_RESTRICTION");
        if (walk.EndsHere(hop))
            return null;
        walk.Hops.Add(hop);
        walk.Came(at.FromVpc, byTransit: true, at.Tells && attachment.SecurityGroupReferencing);
        return new NaiveWalk.Routing(exit.Id);
    }

    private object? ToSite(VpnConnection connection)
    {
        if (!Tunnel(connection))
            return null;
        var site = connection.CustomerGatewayId;
        var hop = new Hop(HopKind.OnPremises, site, HopAction.Receive, walk.Packet);
        if (rules.Get<OnPremisesNetwork>(site) is { } network && !rules.IsIn(walk.Packet.Destination, network.Cidrs))
            return walk.Stop(hop, Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        (walk.Site, walk.SiteConnection) = (site, connection.Id);
        return walk.End(hop);
    }

    private object? Send(AtSite site)
    {
        var hop = new Hop(HopKind.OnPremises, site.CustomerGateway, HopAction.Send, walk.Packet);
        var connection = rules.Get<VpnConnection>(site.Connection) ?? rules.All<VpnConnection>()
            .Where(c => c.CustomerGatewayId == site.CustomerGateway)
            .OrderBy(c => !c.Up ? 2 : KnowsTheWay(c) ? 0 : 1).ThenBy(c => c.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (connection is null)
            return walk.Stop(hop, Disposition.NoRoute, "NO_PATH");
        walk.Hops.Add(hop);
        if (!Tunnel(connection))
            return null;
        return connection.VpnGatewayId is { } vgw ? IntoVpc(rules.Get<VpnGateway>(vgw)) : IntoGateway(connection);
    }

    private object? IntoVpc(VpnGateway? gateway)
    {
        if (gateway is null || rules.Get<Vpc>(gateway.VpcId) is null)
            return StopLast();
        var hop = new Hop(HopKind.VpnGateway, gateway.Id, HopAction.Pass, walk.Packet) { VpcId = gateway.VpcId };
        if (rules.Owner(walk.Packet.Destination, gateway.VpcId) is not { } owner)
            return walk.Stop(
                hop,
                rules.InVpc(walk.Packet.Destination, gateway.VpcId)
                    ? Disposition.NoSuchAddress
                    : Disposition.NotTransitive,
                "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
        walk.Hops.Add(hop);
        walk.Came(null, byTransit: false, tells: false);
        return new NaiveWalk.Arriving(owner, null);
    }

    private object? IntoGateway(VpnConnection connection)
    {
        if (AttachmentOf(connection) is not { } attachment)
            return StopLast();
        return attachment.Functional && rules.Get<TransitGateway>(attachment.TransitGatewayId) is { Functional: true }
            ? new AtGateway(
                At(attachment), attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId, null, null, false)
            : walk.Stop(At(attachment), Disposition.NotFunctional, "BAD_STATE_ATTACHMENT");
    }

    private bool Tunnel(VpnConnection connection)
    {
        var hop = new Hop(HopKind.VpnConnection, connection.Id, HopAction.Pass, walk.Packet);
        if (connection.Up)
        {
            walk.Hops.Add(hop);
            return true;
        }

        walk.Stop(
            hop, Disposition.NotFunctional, connection.VpnGatewayId is null ? "TGW_BAD_STATE_VPN" : "BAD_STATE_VPN");
        return false;
    }

    private object? StopLast()
    {
        var hop = walk.Hops[^1];
        walk.Hops.RemoveAt(walk.Hops.Count - 1);
        return walk.Stop(hop, Disposition.NotFunctional, "BAD_STATE_ATTACHMENT");
    }

    private bool KnowsTheWay(VpnConnection connection) => connection.VpnGatewayId is { } vgw
        ? rules.InVpc(walk.Packet.Destination, rules.Get<VpnGateway>(vgw)?.VpcId)
        : AttachmentOf(connection) is { } attachment
            && rules.Get<TransitGatewayRouteTable>(attachment.RouteTableId) is { } table
            && rules.Decide(table, walk.Packet.Destination) is not null;

    private TransitGatewayAttachment? AttachmentOf(VpnConnection connection) => rules.All<TransitGatewayAttachment>()
        .FirstOrDefault(a => a.VpcId is null && a.VpnConnectionId == connection.Id);

    private Hop At(TransitGatewayAttachment attachment) =>
        new(HopKind.TransitGatewayAttachment, attachment.Id, HopAction.Pass, walk.Packet)
        {
            VpcId = attachment.VpcId, TransitGatewayId = attachment.TransitGatewayId,
        };
}
