using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// Transit gateways (Transit Gateway guide): in by an attachment, where its associated route table leads, out by
/// another attachment. What enters a VPC goes on by the route table of the attachment's subnet there.
/// </summary>
internal sealed class TransitPassage(Journey journey, Walk walk)
{
    /// <summary>Leaves a VPC by its attachment, coming from a subnet.</summary>
    public void LeaveVpc(AttachmentNode attachment, SubnetNode from)
    {
        var entrance = attachment.In(from.Element.Zone);
        var hop = At(attachment.Element) with { SubnetId = entrance?.Id };
        if (!Carries(attachment.Element))
            journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
        else if (entrance is null)
            journey.Drop(hop, Disposition.ZoneNotAttached, ExplanationCodes.TgwRouteAzRestriction);
        else if (Refuses(attachment.Element))
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
        else if (journey.Cross(entrance, TrafficDirection.Ingress))
            Forward(hop, new TransitArrival(
                attachment.Element.TransitGatewayId, attachment.Id, attachment.Element.RouteTableId, attachment,
                from.Element.Zone));
    }

    /// <summary>Comes from a VPN connection by its attachment.</summary>
    public void Enter(TransitGatewayAttachment attachment)
    {
        var hop = At(attachment);
        if (Carries(attachment))
            Forward(hop, new TransitArrival(attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId));
        else
            journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
    }

    /// <summary>Begins as if a VPC sent it by its attachment.</summary>
    public void Begin(TransitGatewayAttachment attachment)
    {
        if (attachment.VpcId is null)
            Enter(attachment);
        else if (journey.Topology.Vpc(attachment.VpcId)?.Attachment(attachment.Id) is { } node && Carries(attachment))
            Forward(At(attachment), new TransitArrival(
                attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId, node));
        else
            journey.Drop(At(attachment), Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
    }

    private void Forward(Hop arriving, TransitArrival arrival)
    {
        if (journey.EndsAt(arriving))
            return;
        if (!journey.ComesFirstTime(arrival))
        {
            journey.Drop(arriving, Disposition.Loop, ExplanationCodes.NoPath);
            return;
        }

        var table = journey.Topology.Index.Transit.Table(arrival.TableId);
        if (table is null || table.TransitGatewayId != arrival.GatewayId)
        {
            journey.Drop(arriving, Disposition.NoRoute, ExplanationCodes.TgwAttachMissingAssociation);
            return;
        }

        journey.Add(arriving);
        var entry = table.Match(journey.Packet.Destination, journey.Topology);
        var guide = new Hop(HopKind.TransitGatewayRouteTable, table.Id, HopAction.Pass, journey.Packet)
        {
            TransitGatewayId = arrival.GatewayId, TransitRoute = entry?.Route, RouteBlock = entry?.Block,
            Propagated = entry is { Propagated: true },
        };
        if (entry is null)
            journey.Drop(guide, Disposition.NoRoute, ExplanationCodes.TgwRtbNoRoute);
        else
            Follow(entry.Route, guide, arrival);
    }

    private void Follow(TransitGatewayRoute route, Hop guide, TransitArrival arrival)
    {
        switch (journey.Topology.Find(route.AttachmentId))
        {
            case TransitGatewayAttachment { Functional: true } attachment
                when attachment.TransitGatewayId == arrival.GatewayId:
                if (attachment.VpcId is null
                    && journey.Topology.Find<VpnConnection>(attachment.VpnConnectionId) is { } connection)
                {
                    journey.Add(guide);
                    LeaveByVpn(attachment, connection);
                    return;
                }

                if (journey.Topology.Vpc(attachment.VpcId)?.Attachment(attachment.Id) is { Subnets.Length: > 0 } node)
                {
                    journey.Add(guide);
                    EnterVpc(node, arrival);
                    return;
                }

                break;
            case TransitGatewayPeering { Functional: true } peering
                when peering.PeerOf(arrival.GatewayId) is { } other:
                journey.Add(guide);
                CrossPeering(peering, arrival.GatewayId, other);
                return;
        }

        journey.Drop(guide, Disposition.Blackhole, ExplanationCodes.TgwRtbBadStateRoute);
    }

    private void LeaveByVpn(TransitGatewayAttachment attachment, VpnConnection connection)
    {
        if (journey.EndsAt(At(attachment)))
            return;
        journey.Add(At(attachment));
        walk.Vpn.LeaveBy(connection);
    }

    // In the zone that it comes from where the attachment has a subnet there ("How transit gateways work",
    // Availability Zones), else in the attachment's first one (which one AWS takes is not documented). In appliance
    // mode both ways of a flow take the same zone.
    private void EnterVpc(AttachmentNode attachment, TransitArrival arrival)
    {
        var exit = journey.Tracking.ExitOf(attachment)
            ?? (arrival.Zone is { } zone ? attachment.In(zone) : null)
            ?? attachment.Subnets[0];
        if (attachment.Element.ApplianceMode && !journey.IsReply)
            journey.Tracking.Remember(attachment, exit);
        var hop = At(attachment.Element) with { SubnetId = exit.Id };
        if (Refuses(attachment.Element))
        {
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.ProtocolRestriction);
            return;
        }

        if (journey.EndsAt(hop))
            return;
        journey.Add(hop);
        journey.Enter(arrival.From?.Vpc, attachment);
        journey.GroupsForwarded = arrival.From is { Element.SecurityGroupReferencing: true }
            && attachment.Element.SecurityGroupReferencing;
        walk.RouteFrom(exit);
    }

    private void CrossPeering(TransitGatewayPeering peering, string gatewayId, string other)
    {
        var hop = new Hop(HopKind.TransitGatewayPeering, peering.Id, HopAction.Pass, journey.Packet)
        {
            TransitGatewayId = gatewayId,
        };
        if (journey.Topology.Find<TransitGateway>(other) is { Functional: true })
            Forward(hop, new TransitArrival(other, peering.Id, peering.RouteTableOf(other)));
        else
            journey.Drop(hop, Disposition.NotFunctional, ExplanationCodes.BadStateAttachment);
    }

    private bool Carries(TransitGatewayAttachment attachment) => attachment.Functional
        && journey.Topology.Find<TransitGateway>(attachment.TransitGatewayId) is { Functional: true };

    // An attachment of a VPC carries IPv6 only where its Ipv6Support is on (CreateTransitGatewayVpcAttachment).
    private bool Refuses(TransitGatewayAttachment attachment) => journey.Packet.Destination.IsV6 && !attachment.Ipv6;

    private Hop At(TransitGatewayAttachment attachment) =>
        new(HopKind.TransitGatewayAttachment, attachment.Id, HopAction.Pass, journey.Packet)
        {
            VpcId = attachment.VpcId, TransitGatewayId = attachment.TransitGatewayId,
        };
}
