using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>
/// VPCs dev and prod (two zones each) and egress (one zone, NAT and internet gateway) on tgw-1, VPC far on tgw-2 in
/// another region, the gateways peered; two sites: cgw-t by a VPN connection on tgw-1, cgw-v by a virtual private
/// gateway of dev. Everything is open and routed; tests change one thing.
/// </summary>
internal static class HubNetwork
{
    public static Topology Hub() => Topology.Of([
        .. Spoke("dev", "10.10", "vpc-dev", "eu-west-1"),
        .. Spoke("prod", "10.20", "vpc-prod", "eu-west-1"),
        .. Spoke("far", "10.40", "vpc-far", "us-east-1"),
        .. Egress(),
        new TransitGateway("tgw-1") { Region = "eu-west-1" },
        new TransitGateway("tgw-2") { Region = "us-east-1" },
        Attached("dev", "tgw-1", "tgw-rtb-1"),
        Attached("prod", "tgw-1", "tgw-rtb-1"),
        Attached("egress", "tgw-1", "tgw-rtb-1") with { SubnetIds = ["subnet-egress-a"] },
        Attached("far", "tgw-2", "tgw-rtb-2"),
        TransitTable("tgw-rtb-1", "tgw-1", "0.0.0.0/0 att-egress", "10.40.0.0/16 att-peer"),
        TransitTable("tgw-rtb-2", "tgw-2", "10.0.0.0/8 att-peer"),
        new TransitGatewayPeering("att-peer", "tgw-1", "tgw-2")
        {
            RequesterRouteTableId = "tgw-rtb-1", AccepterRouteTableId = "tgw-rtb-2",
        },
        new VpnConnection("vpn-t") { CustomerGatewayId = "cgw-t", Routes = [Cidr.Parse("192.168.0.0/16")], Up = true },
        new TransitGatewayAttachment("att-vpn")
        {
            TransitGatewayId = "tgw-1", VpnConnectionId = "vpn-t", RouteTableId = "tgw-rtb-1",
            PropagatesTo = ["tgw-rtb-1"],
        },
        new OnPremisesNetwork("cgw-t") { Cidrs = [Cidr.Parse("192.168.0.0/16")] },
        new VpnGateway("vgw-dev") { VpcId = "vpc-dev" },
        new VpnConnection("vpn-v")
        {
            CustomerGatewayId = "cgw-v", VpnGatewayId = "vgw-dev", Routes = [Cidr.Parse("172.16.0.0/12")], Up = true,
        },
        new OnPremisesNetwork("cgw-v") { Cidrs = [Cidr.Parse("172.16.0.0/16")] },
        new PrefixList("pl-s3", Cidr.Parse("52.218.0.0/17")),
        new VpcEndpoint("vpce-s3")
        {
            Kind = VpcEndpointKind.Gateway, ServiceName = "s3", PrefixListId = "pl-s3", VpcId = "vpc-dev",
        },
        new VpcEndpoint("vpce-sqs")
        {
            Kind = VpcEndpointKind.Interface, ServiceName = "sqs", VpcId = "vpc-dev",
            InterfaceIds = ["eni-sqs-a", "eni-sqs-b"],
        },
        Nic("dev", "a", "eni-sqs-a", "10.10.1.90"),
        Nic("dev", "b", "eni-sqs-b", "10.10.2.90"),
    ]).Change<RouteTable>("rtb-dev", table => table with
    {
        Routes =
        [
            .. table.Routes, RouteOf("172.16.0.0/12 vgw-dev propagated"), Route.ToPrefixList("pl-s3", "vpce-s3"),
        ],
    });

    public static TransitGatewayRouteTable TransitTable(string id, string gateway, params string[] routes) => new(id)
    {
        TransitGatewayId = gateway, Routes = [.. routes.Select(TransitRouteOf)],
    };

    /// <summary>"block attachment" or "pl-… attachment"; the attachment may be "blackhole".</summary>
    public static TransitGatewayRoute TransitRouteOf(string text)
    {
        var parts = text.Split(' ');
        var target = parts[1] == "blackhole" ? null : parts[1];
        return parts[0].StartsWith("pl-", StringComparison.Ordinal)
            ? new TransitGatewayRoute(null, parts[0], target)
            : new TransitGatewayRoute(Cidr.Parse(parts[0]), null, target);
    }

    public static Topology ChangeAttachment(
        this Topology topology, string id, Func<TransitGatewayAttachment, TransitGatewayAttachment> change) =>
        topology.Change(id, change);

    public static NetworkInterface Nic(string vpc, string zone, string id, string address) => new(id)
    {
        VpcId = $"vpc-{vpc}", SubnetId = $"subnet-{vpc}-{zone}", SecurityGroupIds = [$"sg-{vpc}"],
        Addresses = [new InterfaceAddress(IpAddress.Parse(address))],
    };

    private static IEnumerable<Element> Spoke(string name, string prefix, string vpc, string region) =>
    [
        .. Shell(name, $"{prefix}.0.0/16", region),
        new RouteTable($"rtb-{name}")
        {
            VpcId = vpc, Routes = [RouteOf($"0.0.0.0/0 {(name == "far" ? "tgw-2" : "tgw-1")}")],
        },
        Subnet(name, "a", $"{prefix}.1.0/24"),
        Subnet(name, "b", $"{prefix}.2.0/24"),
        Nic(name, "a", $"eni-{name}-a", $"{prefix}.1.10"),
        Nic(name, "b", $"eni-{name}-b", $"{prefix}.2.10"),
    ];

    private static IEnumerable<Element> Egress() =>
    [
        .. Shell("egress", "10.30.0.0/16", "eu-west-1"),
        new InternetGateway("igw-egress") { VpcId = "vpc-egress" },
        new NatGateway("nat-egress")
        {
            VpcId = "vpc-egress", SubnetId = "subnet-egress-public",
            Addresses = [new(IpAddress.Parse("10.30.9.200"), IpAddress.Parse("203.0.113.30"))],
        },
        new RouteTable("rtb-egress") { VpcId = "vpc-egress", Routes = [RouteOf("0.0.0.0/0 nat-egress")] },
        new RouteTable("rtb-public")
        {
            VpcId = "vpc-egress", Routes = [RouteOf("0.0.0.0/0 igw-egress"), RouteOf("10.0.0.0/8 tgw-1")],
        },
        Subnet("egress", "a", "10.30.1.0/24"),
        Subnet("egress", "public", "10.30.9.0/24") with { RouteTableId = "rtb-public", Zone = "a" },
    ];

    private static IEnumerable<Element> Shell(string name, string block, string region) =>
    [
        new Vpc($"vpc-{name}", Cidr.Parse(block)) { Region = region, MainRouteTableId = $"rtb-{name}" },
        new NetworkAcl($"acl-{name}")
        {
            VpcId = $"vpc-{name}",
            Entries =
            [
                new(100, TrafficDirection.Ingress, true, -1, Cidr.AnyV4),
                new(100, TrafficDirection.Egress, true, -1, Cidr.AnyV4),
            ],
        },
        new SecurityGroup($"sg-{name}")
        {
            VpcId = $"vpc-{name}",
            Rules =
            [
                RuleOf(TrafficDirection.Ingress, "-1 -1..-1 0.0.0.0/0"),
                RuleOf(TrafficDirection.Egress, "-1 -1..-1 0.0.0.0/0"),
            ],
        },
    ];

    private static Subnet Subnet(string vpc, string zone, string block) => new($"subnet-{vpc}-{zone}")
    {
        VpcId = $"vpc-{vpc}", Zone = zone, Cidrs = [Cidr.Parse(block)], NetworkAclId = $"acl-{vpc}",
    };

    private static TransitGatewayAttachment Attached(string name, string gateway, string table) => new($"att-{name}")
    {
        VpcId = $"vpc-{name}", TransitGatewayId = gateway, RouteTableId = table, PropagatesTo = [table],
        SubnetIds = [$"subnet-{name}-a", $"subnet-{name}-b"], SecurityGroupReferencing = true,
    };
}
