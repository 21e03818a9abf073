using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Bench.Reachability;

/// <summary>
/// A line of VPCs, each peered with the next, each with two subnets, an ACL, security groups that name each other, an
/// internet gateway and its share of interfaces.
/// </summary>
public static class LargeNetwork
{
    /// <summary>All elements, VPC by VPC.</summary>
    public static IEnumerable<Element> Elements(int vpcs, int interfaces)
    {
        for (var v = 0; v < vpcs; v++)
        {
            foreach (var element in Shell(v, vpcs))
                yield return element;
            for (var n = 0; n < interfaces / vpcs; n++)
                yield return Interface(v, n);
        }
    }

    /// <summary>The id of the nth interface of a VPC.</summary>
    public static string InterfaceId(int vpc, int n) => $"eni-{vpc}-{n}";

    /// <summary>HTTPS from an interface of a VPC to one of the next.</summary>
    public static Flow AcrossPeering(int vpc, int perVpc, int n) => new(
        FlowEnd.Of(InterfaceId(vpc, n % perVpc)), FlowEnd.Of(InterfaceId(vpc + 1, n * 7 % perVpc)),
        IpProtocol.Tcp, 443);

    private static IEnumerable<Element> Shell(int v, int vpcs)
    {
        yield return new Vpc($"vpc-{v}", Block(v)) { MainRouteTableId = $"rtb-{v}" };
        yield return new InternetGateway($"igw-{v}") { VpcId = $"vpc-{v}" };
        for (var s = 0; s < 2; s++)
            yield return new Subnet($"subnet-{v}-{s}")
            {
                VpcId = $"vpc-{v}", Cidrs = [Cidr.Of(Block(v).At((UInt128)(s * 512)), 23)], NetworkAclId = $"acl-{v}",
            };
        var routes = new List<Route> { Route.To(Cidr.AnyV4, $"igw-{v}") };
        foreach (var other in new[] { v - 1, v + 1 })
            if (other >= 0 && other < vpcs)
                routes.Add(Route.To(Block(other), $"pcx-{Math.Min(v, other)}"));
        yield return new RouteTable($"rtb-{v}") { VpcId = $"vpc-{v}", Routes = routes };
        if (v + 1 < vpcs)
            yield return new VpcPeering($"pcx-{v}", $"vpc-{v}", $"vpc-{v + 1}");
        yield return new NetworkAcl($"acl-{v}")
        {
            VpcId = $"vpc-{v}",
            Entries =
            [
                new(100, TrafficDirection.Ingress, true, IpProtocol.All, Cidr.AnyV4),
                new(100, TrafficDirection.Egress, true, IpProtocol.All, Cidr.AnyV4),
            ],
        };
        yield return new SecurityGroup($"sg-{v}")
        {
            VpcId = $"vpc-{v}",
            Rules =
            [
                new("sgr-1", TrafficDirection.Egress, IpProtocol.All, PortRange.All) { Cidr = Cidr.AnyV4 },
                new("sgr-2", TrafficDirection.Ingress, IpProtocol.Tcp, PortRange.Only(22)) { Cidr = Block(v) },
                new("sgr-3", TrafficDirection.Ingress, IpProtocol.Tcp, PortRange.Only(443)) { GroupId = $"sg-{v - 1}" },
            ],
        };
    }

    private static NetworkInterface Interface(int v, int n) => new(InterfaceId(v, n))
    {
        VpcId = $"vpc-{v}",
        SubnetId = $"subnet-{v}-{n % 2}",
        Addresses = [new InterfaceAddress(Block(v).At((UInt128)((n % 2 * 512) + 10 + (n / 2))))],
        SecurityGroupIds = [$"sg-{v}"],
    };

    // A /22 for each VPC.
    private static Cidr Block(int v) => Cidr.Of(IpAddress.V4((10u << 24) + ((uint)v << 10)), 22);
}
