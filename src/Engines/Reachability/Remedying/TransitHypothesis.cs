using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>The changes of <see cref="Hypothesis"/> to transit gateways and VPN connections.</summary>
internal static class TransitHypothesis
{
    /// <summary>The topology after a change; null where it is none of these.</summary>
    /// <exception cref="ArgumentException">It names a missing resource.</exception>
    public static Topology? Apply(Topology topology, Change change)
    {
        var a = change.Arguments;
        var id = change.Subject;
        return change.Action switch
        {
            "ec2:AssociateTransitGatewayRouteTable" => Associate(topology, id, a["TransitGatewayAttachmentId"]),
            "ec2:EnableTransitGatewayRouteTablePropagation" => Propagate(topology, id, a["TransitGatewayAttachmentId"]),
            "ec2:CreateTransitGatewayRoute" => Routes(topology, id, routes => routes.Append(RouteOf(a))),
            "ec2:ReplaceTransitGatewayRoute" => Routes(
                topology, id, routes => routes.Where(route => route.Destination != BlockOf(a)).Append(RouteOf(a))),
            "ec2:DeleteTransitGatewayRoute" => Routes(
                topology, id, routes => routes.Where(route => route.Destination != BlockOf(a))),
            "ec2:ModifyTransitGatewayVpcAttachment" => Modify(topology, id, a),
            "ec2:CreateVpnConnectionRoute" => AddRoute(topology, id, a),
            _ => null,
        };
    }

    private static Topology Associate(Topology topology, string tableId, string attachmentId)
    {
        var gateway = Hypothesis.Get<TransitGatewayRouteTable>(topology, tableId).TransitGatewayId;
        if (topology.Find(attachmentId) is not TransitGatewayPeering peering)
            return topology.With(
                Hypothesis.Get<TransitGatewayAttachment>(topology, attachmentId) with { RouteTableId = tableId });
        return topology.With(peering.RequesterId == gateway
            ? peering with { RequesterRouteTableId = tableId }
            : peering with { AccepterRouteTableId = tableId });
    }

    private static Topology Propagate(Topology topology, string tableId, string attachmentId)
    {
        var attachment = Hypothesis.Get<TransitGatewayAttachment>(topology, attachmentId);
        return topology.With(attachment with { PropagatesTo = [.. attachment.PropagatesTo, tableId] });
    }

    private static Topology Routes(
        Topology topology, string id, Func<IEnumerable<TransitGatewayRoute>, IEnumerable<TransitGatewayRoute>> change)
    {
        var table = Hypothesis.Get<TransitGatewayRouteTable>(topology, id);
        return topology.With(table with { Routes = [.. change(table.Routes)] });
    }

    private static Topology Modify(Topology topology, string id, IReadOnlyDictionary<string, string> a)
    {
        var attachment = Hypothesis.Get<TransitGatewayAttachment>(topology, id);
        if (a.TryGetValue("AddSubnetIds.1", out var subnet))
            attachment = attachment with { SubnetIds = [.. attachment.SubnetIds, subnet] };
        if (a.ContainsKey("Options.SecurityGroupReferencingSupport"))
            attachment = attachment with { SecurityGroupReferencing = true };
        return topology.With(attachment);
    }

    private static Topology AddRoute(Topology topology, string id, IReadOnlyDictionary<string, string> a)
    {
        var connection = Hypothesis.Get<VpnConnection>(topology, id);
        return topology.With(connection with { Routes = [.. connection.Routes, BlockOf(a)] });
    }

    private static TransitGatewayRoute RouteOf(IReadOnlyDictionary<string, string> a) =>
        new(BlockOf(a), null, a["TransitGatewayAttachmentId"]);

    private static Cidr BlockOf(IReadOnlyDictionary<string, string> a) => Cidr.Parse(a["DestinationCidrBlock"]);
}
