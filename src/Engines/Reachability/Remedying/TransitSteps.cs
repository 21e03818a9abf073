using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>
/// The steps that lead a packet on where a transit gateway or a virtual private gateway stopped it: an association, a
/// propagation, a static route, a subnet of the zone, group referencing, a route of a VPN connection.
/// </summary>
internal sealed class TransitSteps(Topology topology, IReadOnlyList<Hop> way, Hop hop)
{
    private const int Few = 3;

    private readonly TransitIndex _transit = topology.Index.Transit;

    public IEnumerable<IReadOnlyList<Change>> All() => hop switch
    {
        { Code: ExplanationCodes.TgwAttachMissingAssociation } => Associations(),
        { Code: ExplanationCodes.TgwRouteAzRestriction } => Zones(),
        { Code: ExplanationCodes.TgwRtbNoRoute or ExplanationCodes.TgwRtbBadStateRoute } => Routes(),
        { Code: ExplanationCodes.SgReferencingSupport } => Referencing(),
        { Kind: HopKind.VpnGateway, Code: ExplanationCodes.NoPossibleDestination } => ConnectionRoutes(),
        _ => [],
    };

    private IEnumerable<IReadOnlyList<Change>> Associations()
    {
        var gateway = topology.Find<TransitGatewayPeering>(hop.Id)?.PeerOf(hop.TransitGatewayId!)
            ?? hop.TransitGatewayId!;
        foreach (var table in _transit.NamingAs<TransitGatewayRouteTable>(gateway, topology).Take(Few))
            yield return [OnTable("AssociateTransitGatewayRouteTable", table.Id, hop.Id)];
    }

    private IEnumerable<IReadOnlyList<Change>> Zones()
    {
        if (way.LastOrDefault(one => one.Kind == HopKind.RouteTable)?.SubnetId is { } subnet)
            yield return [Modify(hop.Id, "AddSubnetIds.1", subnet)];
    }

    private IEnumerable<IReadOnlyList<Change>> Referencing()
    {
        var changes = way.Where(one => one.Kind == HopKind.TransitGatewayAttachment).Select(one => one.Id)
            .Where(id => topology.Find<TransitGatewayAttachment>(id) is { SecurityGroupReferencing: false })
            .TakeLast(2).Select(id => Modify(id, "Options.SecurityGroupReferencingSupport", "enable")).ToList();
        if (changes.Count > 0)
            yield return changes;
    }

    private IEnumerable<IReadOnlyList<Change>> Routes()
    {
        var gateway = hop.TransitGatewayId!;
        foreach (var (attachment, block) in Holders(gateway).Take(Few))
        {
            if (!attachment.PropagatesTo.Contains(hop.Id))
                yield return [OnTable("EnableTransitGatewayRouteTablePropagation", hop.Id, attachment.Id)];
            if (!block.IsV6 || attachment.VpcId is null || attachment.Ipv6)
                yield return [Static(block, attachment.Id)];
        }

        foreach (var peering in _transit.NamingAs<TransitGatewayPeering>(gateway, topology).Take(Few))
            if (peering is { Functional: true } && peering.PeerOf(gateway) is { } other)
                foreach (var (_, block) in Holders(other).Take(1))
                    yield return [Static(block, peering.Id)];
        if (AddressRanges.IsPublic(hop.Packet.Destination) && !hop.Packet.Destination.IsV6)
            foreach (var attachment in WithNat(gateway).Take(2))
                yield return [Static(Cidr.AnyV4, attachment.Id)];
        if (hop is { TransitRoute.Destination: { } deciding, Propagated: false })
            yield return [OfRoute("DeleteTransitGatewayRoute", deciding, null)];
    }

    private IEnumerable<IReadOnlyList<Change>> ConnectionRoutes()
    {
        foreach (var connection in _transit.NamingAs<VpnConnection>(hop.Id, topology))
            if (BlockOf(topology.Find<OnPremisesNetwork>(connection.CustomerGatewayId)?.Cidrs) is { } block)
                yield return
                [
                    new Change("ec2:CreateVpnConnectionRoute", connection.Id, new Dictionary<string, string>
                    {
                        ["VpnConnectionId"] = connection.Id, ["DestinationCidrBlock"] = block.ToString(),
                    }),
                ];
    }

    // Who announces the destination: the attached VPCs and VPN connections that have it.
    private IEnumerable<(TransitGatewayAttachment Attachment, Cidr Block)> Holders(string gateway)
    {
        foreach (var attachment in _transit.NamingAs<TransitGatewayAttachment>(gateway, topology))
            if (attachment.Functional && (attachment.VpcId ?? attachment.VpnConnectionId) is { } resource
                && _transit.Announced.TryGetValue(resource, out var announced)
                && BlockOf(announced.Blocks) is { } block)
                yield return (attachment, block);
    }

    private IEnumerable<TransitGatewayAttachment> WithNat(string gateway) =>
        _transit.NamingAs<TransitGatewayAttachment>(gateway, topology)
            .Where(attachment => attachment is { Functional: true, VpcId: { } vpc }
                && topology.Index.Shards.TryGetValue(vpc, out var shard)
                && shard.Members.Values.OfType<NatGateway>().Any(nat => nat.State == NatGatewayState.Available));

    private Cidr? BlockOf(IReadOnlyList<Cidr>? blocks)
    {
        foreach (var block in blocks ?? [])
            if (block.Contains(hop.Packet.Destination))
                return block;
        return null;
    }

    private Change Static(Cidr block, string attachmentId) => OfRoute(
        topology.Find<TransitGatewayRouteTable>(hop.Id)!.Routes.Any(route => route.Destination == block)
            ? "ReplaceTransitGatewayRoute"
            : "CreateTransitGatewayRoute",
        block, attachmentId);

    private Change OfRoute(string action, Cidr block, string? attachmentId)
    {
        var arguments = new Dictionary<string, string>
        {
            ["TransitGatewayRouteTableId"] = hop.Id, ["DestinationCidrBlock"] = block.ToString(),
        };
        if (attachmentId is not null)
            arguments["TransitGatewayAttachmentId"] = attachmentId;
        return new Change($"ec2:{action}", hop.Id, arguments);
    }

    private static Change OnTable(string action, string tableId, string attachmentId) => new(
        $"ec2:{action}", tableId, new Dictionary<string, string>
        {
            ["TransitGatewayRouteTableId"] = tableId, ["TransitGatewayAttachmentId"] = attachmentId,
        });

    private static Change Modify(string attachmentId, string name, string value) => new(
        "ec2:ModifyTransitGatewayVpcAttachment", attachmentId, new Dictionary<string, string>
        {
            ["TransitGatewayAttachmentId"] = attachmentId, [name] = value,
        });
}
