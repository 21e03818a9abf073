using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary><see cref="TransitPassage"/> for many packets at once.</summary>
internal sealed class SetTransitPassage(SetWalk walk)
{
    private TransitIndex Transit => walk.Topology.Index.Transit;

    /// <summary>Leaves a VPC by its attachment, coming from a subnet.</summary>
    public void LeaveVpc(Beam beam, AttachmentNode attachment, SubnetNode from)
    {
        if (Entering(beam, attachment, from) is { IsEmpty: false } entering)
            Forward(entering, new TransitArrival(
                attachment.Element.TransitGatewayId, attachment.Id, attachment.Element.RouteTableId, attachment,
                from.Element.Zone));
    }

    /// <summary>What comes from a subnet to the transit gateway at all.</summary>
    public Beam Entering(Beam beam, AttachmentNode attachment, SubnetNode from)
    {
        var entrance = attachment.In(from.Element.Zone);
        return entrance is null || !Carries(attachment.Element) || Refuses(beam, attachment)
            ? beam.Only(PacketSet.Empty)
            : SetFilters.Cross(beam, entrance, TrafficDirection.Ingress);
    }

    /// <summary>Comes from a VPN connection by its attachment.</summary>
    public void Enter(Beam beam, TransitGatewayAttachment attachment)
    {
        if (Carries(attachment))
            Forward(beam, new TransitArrival(attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId));
    }

    /// <summary>Comes into a VPC by its attachment, in one of the attachment's subnets.</summary>
    public void EnterVpc(Beam beam, AttachmentNode attachment, TransitArrival arrival)
    {
        var exit = beam.ExitOf(attachment)
            ?? (arrival.Zone is { } zone ? attachment.In(zone) : null)
            ?? attachment.Subnets[0];
        if (attachment.Element.ApplianceMode && !beam.IsReply && beam.ExitOf(attachment) is null)
            beam = beam with { Exits = new Chain<(AttachmentNode, SubnetNode)>((attachment, exit), beam.Exits) };
        if (Refuses(beam, attachment))
            return;
        walk.RouteFrom(
            beam with
            {
                CameFrom = arrival.From?.Subnets[0].Vpc,
                CameBy = attachment,
                GroupsForwarded = arrival.From is { Element.SecurityGroupReferencing: true }
                    && attachment.Element.SecurityGroupReferencing,
            },
            exit);
    }

    private void Forward(Beam beam, TransitArrival arrival)
    {
        var way = (arrival.GatewayId, arrival.AttachmentId, beam.View.Source);
        if (Chain<(string, string, Slot)>.Has(beam.Transits, way)
            || Transit.Table(arrival.TableId) is not { } table || table.TransitGatewayId != arrival.GatewayId)
            return;
        beam = beam.Meeting(arrival.GatewayId) with
        {
            Transits = new Chain<(string, string, Slot)>(way, beam.Transits),
        };
        var routes = table.Ranges(beam.IsV6, walk.Topology);
        var ways = beam.Split(Dimension.Destination, routes, entry => entry.Route.AttachmentId ?? "");
        foreach (var (attachmentId, part) in ways)
            Follow(part, attachmentId, arrival);
    }

    private void Follow(Beam beam, string attachmentId, TransitArrival arrival)
    {
        switch (walk.Topology.Find(attachmentId))
        {
            case TransitGatewayAttachment { Functional: true } attachment
                when attachment.TransitGatewayId == arrival.GatewayId:
                if (attachment.VpcId is null
                    && walk.Topology.Find<VpnConnection>(attachment.VpnConnectionId) is { } connection)
                    walk.Vpn.LeaveBy(beam, connection);
                else if (walk.Topology.Vpc(attachment.VpcId)?.Attachment(attachment.Id)
                    is { Subnets.Length: > 0 } node)
                    EnterVpc(beam, node, arrival);
                break;
            case TransitGatewayPeering { Functional: true } peering
                when peering.PeerOf(arrival.GatewayId) is { } other
                    && walk.Topology.Find<TransitGateway>(other) is { Functional: true }:
                Forward(beam, new TransitArrival(other, peering.Id, peering.RouteTableOf(other)));
                break;
        }
    }

    private bool Carries(TransitGatewayAttachment attachment) => attachment.Functional
        && walk.Topology.Find<TransitGateway>(attachment.TransitGatewayId) is { Functional: true };

    private static bool Refuses(Beam beam, AttachmentNode attachment) => beam.IsV6 && !attachment.Element.Ipv6;
}
