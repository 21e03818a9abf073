using Orrery.Contracts.Maps;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Services.Ec2.Ports;

/// <summary>What joins the networks of a map: peerings, attachments, VPN connections that touch a wanted one.</summary>
internal sealed class MapLinks(Topology topology, HashSet<string> wanted, MapQuestion question)
{
    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<MapLink> All()
    {
        var elements = topology.Elements.ToList();
        var attachments = elements.OfType<TransitGatewayAttachment>().ToList();
        var hubs = attachments.Where(a => a.VpcId is { } vpc && wanted.Contains(vpc)).Select(a => a.TransitGatewayId)
            .Concat(question.VpcIds.Count > 0 ? [] : elements.OfType<TransitGateway>().Where(IsHere).Select(g => g.Id))
            .ToHashSet();
        var connections = elements.OfType<VpnConnection>().ToDictionary(c => c.Id);
        var onHubs = attachments.Where(a => hubs.Contains(a.TransitGatewayId)
            && (a.VpcId is null || question.VpcIds.Count == 0 || wanted.Contains(a.VpcId))).ToList();
        return
        [
            .. elements.OfType<VpcPeering>().Where(Touches).Select(Of)
                .Concat(onHubs.Select(a => Of(a, connections)).OfType<MapLink>())
                .Concat(elements.OfType<TransitGatewayPeering>()
                    .Where(p => hubs.Contains(p.RequesterId) || hubs.Contains(p.AccepterId)).Select(Of))
                .Concat(connections.Values.Where(c => OwnerOf(c) is not null).Select(Of))
                .OrderBy(l => l.Id, StringComparer.Ordinal),
        ];
    }

    private bool IsHere(TransitGateway gateway) =>
        (question.Account is null || gateway.Account == question.Account)
        && (question.Region is null || gateway.Region == question.Region);

    // Connections that never were or are no more are left out, unless a route still names them.
    private bool Touches(VpcPeering peering) =>
        (wanted.Contains(peering.RequesterVpcId) || wanted.Contains(peering.AccepterVpcId))
        && topology.Find(peering.RequesterVpcId) is not null && topology.Find(peering.AccepterVpcId) is not null
        && (peering.State is VpcPeeringState.Active or VpcPeeringState.PendingAcceptance
            or VpcPeeringState.Provisioning || IsRouted(peering.Id));

    private bool IsRouted(string target) =>
        topology.Elements.OfType<RouteTable>().Any(t => t.Routes.Any(r => r.Target == target));

    private static MapLink Of(VpcPeering peering) => new(
        peering.Id, "vpc-peering-connection", peering.RequesterVpcId, peering.AccepterVpcId,
        peering.State == VpcPeeringState.Active);

    private static MapLink? Of(TransitGatewayAttachment attachment, Dictionary<string, VpnConnection> connections)
    {
        var connection = connections.GetValueOrDefault(attachment.VpnConnectionId ?? "");
        return (attachment.VpcId ?? connection?.CustomerGatewayId) is not { } other
            ? null
            : new(
                attachment.Id, "transit-gateway-attachment", other, attachment.TransitGatewayId,
                attachment.Functional && connection is not { Up: false })
            {
                Aliases = connection is null ? [] : [connection.Id],
            };
    }

    private static MapLink Of(TransitGatewayPeering peering) => new(
        peering.Id, "transit-gateway-attachment", peering.RequesterId, peering.AccepterId, peering.Functional);

    private static MapLink Of(VpnConnection connection) =>
        new(connection.Id, "vpn-connection", connection.VpnGatewayId!, connection.CustomerGatewayId, connection.Up);

    // The wanted VPC of the virtual private gateway that a connection ends at.
    private string? OwnerOf(VpnConnection connection) =>
        topology.Find(connection.VpnGatewayId)?.VpcId is { } vpc && wanted.Contains(vpc) ? vpc : null;
}
