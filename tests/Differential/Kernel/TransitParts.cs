using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// Transit gateways: each a namespace that routes, with a device for each attachment in each of its subnets and for
/// each peer. The device that a packet comes by decides the routing table (association, and the zone to leave in).
/// </summary>
internal sealed class TransitParts(NaiveRules rules, NetworkPlan plan, Marks marks)
{
    private const int FirstTable = 100;
    private const int FirstPinnedTable = 1000;
    private readonly Dictionary<string, NamespacePlan> _gateways = [];
    private readonly List<TransitDoor> _doors = [];

    public void Add(IReadOnlyDictionary<string, VpcParts> vpcs, SiteParts sites)
    {
        foreach (var gateway in rules.All<TransitGateway>())
            _gateways[gateway.Id] = plan.Add(new NamespacePlan(gateway.Id)
            {
                Forwards4 = gateway.Functional, Forwards6 = gateway.Functional,
            });
        foreach (var attachment in rules.All<TransitGatewayAttachment>().Where(a => a.Functional))
            if (attachment.VpcId is { } vpcId && vpcs.TryGetValue(vpcId, out var vpc))
                AddAttachment(attachment, vpc);
            else if (rules.Get<VpnConnection>(attachment.VpnConnectionId) is { Up: true, VpnGatewayId: null } vpn
                && _gateways.TryGetValue(attachment.TransitGatewayId, out var gateway))
                sites.Connect(
                    vpn, gateway, AddDoor(attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId, null));
        foreach (var peering in rules.All<TransitGatewayPeering>().Where(p => p.Functional))
            AddPeering(peering);
        foreach (var (id, gateway) in _gateways)
            Fill(id, gateway);
    }

    private void AddAttachment(TransitGatewayAttachment attachment, VpcParts vpc)
    {
        if (!_gateways.TryGetValue(attachment.TransitGatewayId, out var gateway))
            return;
        foreach (var subnet in attachment.SubnetIds.Select(rules.Get<Subnet>).OfType<Subnet>())
        {
            var door = AddDoor(attachment.TransitGatewayId, attachment.Id, attachment.RouteTableId, subnet.Zone);
            plan.Link(gateway, door, vpc.Router, vpc.AddTransit(attachment, subnet.Id));
        }
    }

    private void AddPeering(TransitGatewayPeering peering)
    {
        if (!_gateways.TryGetValue(peering.RequesterId, out var a)
            || !_gateways.TryGetValue(peering.AccepterId, out var b))
            return;
        plan.Link(
            a, AddDoor(peering.RequesterId, peering.Id, peering.RequesterRouteTableId, null),
            b, AddDoor(peering.AccepterId, peering.Id, peering.AccepterRouteTableId, null));
    }

    private string AddDoor(string gatewayId, string attachmentId, string? tableId, string? zone)
    {
        var door = new TransitDoor(gatewayId, attachmentId, $"d{_doors.Count}", tableId, zone);
        _doors.Add(door);
        return door.Device;
    }

    private void Fill(string gatewayId, NamespacePlan gateway)
    {
        var doors = _doors.Where(door => door.GatewayId == gatewayId).ToList();
        var pinned = doors.FirstOrDefault(d => Attachment(d) is { ApplianceMode: true })?.AttachmentId;
        var exits = doors.Where(door => door.AttachmentId == pinned).ToList();
        foreach (var door in doors)
        {
            var table = rules.Get<TransitGatewayRouteTable>(door.TableId);
            if (table?.TransitGatewayId != gatewayId)
            {
                gateway.AddBoth($"rule add pref 10 iif {door.Device} blackhole");
                continue;
            }

            var number = FirstTable + _doors.IndexOf(door);
            gateway.AddBoth($"rule add pref 10 iif {door.Device} lookup {number}");
            AddTable(gateway, table, number, door, null);
            foreach (var (i, exit) in exits.Index())
            {
                var other = FirstPinnedTable + (number * 10) + i;
                gateway.AddBoth($"rule add pref 5 iif {door.Device} fwmark {i + 1} lookup {other}");
                AddTable(gateway, table, other, door, exit);
            }
        }

        gateway.AddBoth("rule del pref 32766");
        gateway.Ip.Add("rule del pref 32767");
        AddFilters(gateway, doors, exits);
    }

    // Longest prefix, then static, prefix list, VPC, VPN (Transit Gateway guide, "Route evaluation order").
    private void AddTable(
        NamespacePlan gateway, TransitGatewayRouteTable table, int number, TransitDoor from, TransitDoor? pinned)
    {
        var routes = new List<(Cidr Block, int Metric, string? Attachment)>();
        foreach (var route in table.Routes)
        {
            if (route.Destination is { } block)
                routes.Add((block, 10, route.AttachmentId));
            foreach (var listed in rules.Get<PrefixList>(route.PrefixListId)?.Cidrs ?? [])
                routes.Add((listed, 20, route.AttachmentId));
        }

        foreach (var attachment in rules.All<TransitGatewayAttachment>()
            .Where(a => a.Functional && a.PropagatesTo.Contains(table.Id)))
        {
            foreach (var block in rules.Get<Vpc>(attachment.VpcId)?.Cidrs ?? [])
                if (attachment.Ipv6 || !block.IsV6)
                    routes.Add((block, 30, attachment.Id));
            if (rules.Get<VpnConnection>(attachment.VpnConnectionId) is { VpnGatewayId: null } vpn)
                routes.AddRange(vpn.Routes.Select(block => (block, vpn.Up ? 40 : 50, (string?)attachment.Id)));
        }

        foreach (var (block, metric, attachment) in routes.DistinctBy(r => (r.Block, r.Metric)))
        {
            var exit = pinned?.AttachmentId == attachment ? pinned : ExitOf(attachment, from);
            var way = exit is null ? $"blackhole {block}" : $"{block} dev {exit.Device}";
            gateway.Ip.Add($"route add {way} table {number} metric {metric}");
        }
    }

    // In the zone that the packet comes from, else in the attachment's first subnet.
    private TransitDoor? ExitOf(string? attachmentId, TransitDoor from)
    {
        var exits = _doors.Where(d => d.AttachmentId == attachmentId && d.GatewayId == from.GatewayId).ToList();
        return exits.FirstOrDefault(door => door.Zone is not null && door.Zone == from.Zone) ?? exits.FirstOrDefault();
    }

    private void AddFilters(NamespacePlan gateway, List<TransitDoor> doors, List<TransitDoor> exits)
    {
        List<string> forwarding = ["forwarding", "type filter hook forward priority 0; policy accept;"];
        List<string> entering = ["entering", "type filter hook prerouting priority -150; policy accept;"];
        foreach (var door in doors)
        {
            var attachment = Attachment(door);
            entering.AddRange(Marks.Entering(
                door.Device,
                attachment is { SecurityGroupReferencing: true, VpcId: { } vpcId }
                    ? marks.OfTransit(vpcId)
                    : Marks.Silent));
            if (attachment is { Ipv6: false })
                forwarding.AddRange([
                    $"iifname {door.Device} meta nfproto ipv6 drop", $"oifname {door.Device} meta nfproto ipv6 drop",
                ]);
        }

        // Appliance mode: a flow keeps the subnet by which it first left to the attachment.
        forwarding.AddRange(exits.Select((exit, i) =>
            $"oifname {exit.Device} ct direction original ct mark 0 ct mark set {i + 1}"));
        if (exits.Count > 0)
            entering.Add("meta mark set ct mark");
        gateway.AddTable("inet transit", forwarding, entering);
    }

    private TransitGatewayAttachment? Attachment(TransitDoor door) =>
        rules.Get<TransitGatewayAttachment>(door.AttachmentId);
}
