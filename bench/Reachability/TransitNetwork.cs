using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Bench.Reachability;

/// <summary>
/// Many VPCs on one transit gateway in three segments: production, development and shared, each with a route table of
/// its own. Production and development see themselves and shared. Each VPC has two subnets in two zones, web servers
/// and a few databases that only their own segment may ask.
/// </summary>
public static class TransitNetwork
{
    private static readonly string[] Segments = ["production", "development", "shared"];

    /// <summary>All elements, VPC by VPC.</summary>
    public static IEnumerable<Element> Elements(int vpcs, int interfaces)
    {
        yield return new TransitGateway("tgw-0");
        foreach (var segment in Segments)
            yield return new TransitGatewayRouteTable($"tgw-rtb-{segment}") { TransitGatewayId = "tgw-0" };
        for (var v = 0; v < vpcs; v++)
        {
            foreach (var element in Shell(v))
                yield return element;
            for (var n = 0; n < interfaces / vpcs; n++)
                yield return Interface(v, n);
        }
    }

    /// <summary>The databases of a network, one in each VPC from the first on.</summary>
    public static IReadOnlyList<string> Databases(int count, int vpcs) =>
        [.. Enumerable.Range(0, count).Select(i => $"eni-{i * vpcs / count}-0")];

    /// <summary>The route table of a VPC with a route more.</summary>
    public static RouteTable OneRouteMore(Topology topology, int v)
    {
        var table = topology.Find<RouteTable>($"rtb-{v}")!;
        return table with { Routes = [.. table.Routes, Route.To(Cidr.Parse("172.16.0.0/12"), "tgw-0")] };
    }

    /// <summary>HTTPS from a web server to one of the same segment in another VPC.</summary>
    public static Flow AcrossTheGateway(int vpcs, int perVpc, int n) => new(
        FlowEnd.Of($"eni-{n % (vpcs - 10)}-{1 + (n % (perVpc - 1))}"),
        FlowEnd.Of($"eni-{(n % (vpcs - 10)) + 10}-{1 + (n * 7 % (perVpc - 1))}"), IpProtocol.Tcp, 443);

    private static string SegmentOf(int v) => v % 10 == 9 ? "shared" : v % 2 == 0 ? "production" : "development";

    private static IEnumerable<Element> Shell(int v)
    {
        var segment = SegmentOf(v);
        yield return new Vpc($"vpc-{v}", Block(v)) { MainRouteTableId = $"rtb-{v}", Region = "eu-west-1" };
        for (var s = 0; s < 2; s++)
            yield return new Subnet($"subnet-{v}-{s}")
            {
                VpcId = $"vpc-{v}", Cidrs = [Cidr.Of(Block(v).At((UInt128)(s * 512)), 23)], NetworkAclId = $"acl-{v}",
                Zone = s == 0 ? "eu-west-1a" : "eu-west-1b",
            };
        yield return new RouteTable($"rtb-{v}")
        {
            VpcId = $"vpc-{v}", Routes = [Route.To(Cidr.Parse("10.0.0.0/8"), "tgw-0")],
        };
        yield return new TransitGatewayAttachment($"tgw-attach-{v}")
        {
            TransitGatewayId = "tgw-0", VpcId = $"vpc-{v}", SubnetIds = [$"subnet-{v}-0", $"subnet-{v}-1"],
            RouteTableId = $"tgw-rtb-{segment}",
            PropagatesTo = segment == "shared"
                ? [.. Segments.Select(each => $"tgw-rtb-{each}")]
                : [$"tgw-rtb-{segment}", "tgw-rtb-shared"],
        };
        yield return new NetworkAcl($"acl-{v}")
        {
            VpcId = $"vpc-{v}",
            Entries =
            [
                new(90, TrafficDirection.Ingress, false, IpProtocol.Tcp, Cidr.AnyV4) { Ports = PortRange.Only(23) },
                new(100, TrafficDirection.Ingress, true, IpProtocol.All, Cidr.AnyV4),
                new(100, TrafficDirection.Egress, true, IpProtocol.All, Cidr.AnyV4),
            ],
        };
        yield return Group($"sg-web-{v}", v, 443, Cidr.Parse("10.0.0.0/8"));
        yield return Group($"sg-db-{v}", v, 5432, Cidr.Of(Block(v).First, 14));
    }

    private static SecurityGroup Group(string id, int v, int port, Cidr from) => new(id)
    {
        VpcId = $"vpc-{v}",
        Rules =
        [
            new("sgr-1", TrafficDirection.Egress, IpProtocol.All, PortRange.All) { Cidr = Cidr.AnyV4 },
            new("sgr-2", TrafficDirection.Ingress, IpProtocol.Tcp, PortRange.Only(port)) { Cidr = from },
            new("sgr-3", TrafficDirection.Ingress, IpProtocol.Tcp, PortRange.Only(22)) { GroupId = $"sg-web-{v}" },
        ],
    };

    private static NetworkInterface Interface(int v, int n) => new($"eni-{v}-{n}")
    {
        VpcId = $"vpc-{v}",
        SubnetId = $"subnet-{v}-{n % 2}",
        Addresses = [new InterfaceAddress(Block(v).At((UInt128)((n % 2 * 512) + 10 + (n / 2))))],
        SecurityGroupIds = [n == 0 ? $"sg-db-{v}" : $"sg-web-{v}"],
    };

    // A /22 for each VPC.
    private static Cidr Block(int v) => Cidr.Of(IpAddress.V4((10u << 24) + ((uint)v << 10)), 22);
}
