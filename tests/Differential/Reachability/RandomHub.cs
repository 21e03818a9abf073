using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// Random VPCs on one or two transit gateways, without appliances: what the matrix can mostly tell from summaries.
/// </summary>
internal sealed class RandomHub(int seed)
{
    private const int Vpcs = 6;

    private readonly Random _random = new(seed);

    public Topology Topology()
    {
        var elements = new List<Element>();
        foreach (var gateway in new[] { "tgw-0", "tgw-1" })
            elements.Add(new TransitGateway(gateway) { Functional = Chance(97) });
        elements.Add(new TransitGatewayPeering("tgw-attach-peer", "tgw-0", "tgw-1")
        {
            RequesterRouteTableId = "tgw-rtb-0-0", AccepterRouteTableId = "tgw-rtb-1-0", Functional = Chance(90),
        });
        for (var gateway = 0; gateway < 2; gateway++)
            for (var t = 0; t < 2; t++)
                elements.Add(new TransitGatewayRouteTable($"tgw-rtb-{gateway}-{t}")
                {
                    TransitGatewayId = $"tgw-{gateway}", Routes = [.. TransitRoutes(gateway)],
                });
        for (var v = 0; v < Vpcs; v++)
            elements.AddRange(Vpc(v));
        if (Chance(25))
            elements.Add(new VpcPeering("pcx-0", "vpc-0", "vpc-1"));
        return Engines.Reachability.Model.Topology.Of(elements);
    }

    private IEnumerable<TransitGatewayRoute> TransitRoutes(int gateway)
    {
        if (Chance(40))
            yield return new(Cidr.Parse($"10.{_random.Next(Vpcs)}.0.0/16"), null, null);
        if (Chance(40))
            yield return new(Cidr.Parse($"10.{_random.Next(Vpcs)}.0.0/16"), null, $"tgw-attach-{_random.Next(Vpcs)}");
        if (Chance(70))
            yield return new(Cidr.Parse("10.0.0.0/8"), null, "tgw-attach-peer");
        else if (Chance(50))
            yield return new(Cidr.AnyV4, null, $"tgw-attach-{_random.Next(Vpcs)}");
        if (Chance(50) && gateway == 0)
            yield return new(Cidr.Parse("2600:1f14::/32"), null, "tgw-attach-peer");
    }

    private IEnumerable<Element> Vpc(int v)
    {
        var block = Cidr.Parse($"10.{v}.0.0/16");
        var six = Cidr.Parse($"2600:1f14:{v}00::/56");
        yield return new Vpc($"vpc-{v}", block, six) { MainRouteTableId = $"rtb-{v}", Region = "eu-west-1" };
        if (Chance(30))
            yield return new InternetGateway($"igw-{v}") { VpcId = $"vpc-{v}" };
        var gateway = v < 4 ? 0 : 1;
        if (Chance(92))
            yield return new TransitGatewayAttachment($"tgw-attach-{v}")
            {
                TransitGatewayId = $"tgw-{gateway}", VpcId = $"vpc-{v}", Ipv6 = Chance(60), Functional = Chance(96),
                SubnetIds = Chance(70) ? [$"subnet-{v}-0", $"subnet-{v}-1"] : [$"subnet-{v}-{_random.Next(2)}"],
                RouteTableId = Chance(93) ? $"tgw-rtb-{gateway}-{_random.Next(2)}" : null,
                PropagatesTo = Chance(85) ? [$"tgw-rtb-{gateway}-0", $"tgw-rtb-{gateway}-1"] : [],
                ApplianceMode = Chance(20),
            };
        for (var t = 0; t < 2; t++)
            yield return new RouteTable(t == 0 ? $"rtb-{v}" : $"rtb-{v}-own")
            {
                VpcId = $"vpc-{v}", Routes = [.. Routes(v, gateway)],
            };
        yield return new NetworkAcl($"acl-{v}") { VpcId = $"vpc-{v}", Entries = [.. Entries()] };
        yield return new SecurityGroup($"sg-{v}") { VpcId = $"vpc-{v}", Rules = [.. Rules(v)] };
        for (var s = 0; s < 2; s++)
        {
            var part = Cidr.Of(block.At((UInt128)(256 * s)), 24);
            var part6 = Cidr.Of(six.At((UInt128)s << 64), 64);
            yield return new Subnet($"subnet-{v}-{s}")
            {
                VpcId = $"vpc-{v}", Cidrs = [part, part6], Zone = s == 0 ? "a" : "b",
                RouteTableId = Chance(40) ? $"rtb-{v}-own" : null, NetworkAclId = Chance(60) ? $"acl-{v}" : null,
            };
            for (var n = 0; n < 2; n++)
                yield return new NetworkInterface($"eni-{v}-{s}-{n}")
                {
                    VpcId = $"vpc-{v}", SubnetId = $"subnet-{v}-{s}", SecurityGroupIds = [$"sg-{v}"],
                    Addresses = [new(part.At((UInt128)(10 + n))), new(part6.At((UInt128)(10 + n)))],
                    Functional = Chance(95),
                };
        }
    }

    private IEnumerable<Route> Routes(int v, int gateway)
    {
        if (Chance(85))
            yield return Route.To(Cidr.Parse(Chance(60) ? "10.0.0.0/8" : "10.0.0.0/14"), $"tgw-{gateway}");
        if (Chance(70))
            yield return Route.To(Cidr.Parse("2600:1f14::/32"), $"tgw-{gateway}");
        if (Chance(40))
            yield return Route.To(Cidr.AnyV4, Chance(50) ? $"igw-{v}" : $"tgw-{gateway}");
        if (Chance(30))
            yield return Route.To(Cidr.AnyV6, $"igw-{v}");
        if (v < 2)
            yield return Route.To(Cidr.Parse($"10.{1 - v}.0.0/16"), "pcx-0");
    }

    private IEnumerable<SecurityGroupRule> Rules(int v)
    {
        if (Chance(90))
            yield return Rule(TrafficDirection.Egress, -1, PortRange.All, "0.0.0.0/0");
        if (Chance(80))
            yield return Rule(TrafficDirection.Egress, 6, new PortRange(0, 1000), "::/0");
        if (Chance(60))
            yield return Rule(TrafficDirection.Ingress, 6, PortRange.Only(443), $"10.{_random.Next(Vpcs)}.0.0/16");
        if (Chance(60))
            yield return Rule(TrafficDirection.Ingress, 6, PortRange.Only(22), Chance(50) ? "10.0.0.0/14" : "::/0");
        if (Chance(25))
            yield return Rule(TrafficDirection.Ingress, 1, new PortRange(3, -1), "10.0.0.0/8");
        if (Chance(30))
            yield return new SecurityGroupRule("", TrafficDirection.Ingress, 6, PortRange.Only(80))
            {
                GroupId = $"sg-{v}",
            };
    }

    private IEnumerable<NetworkAclEntry> Entries()
    {
        foreach (var direction in new[] { TrafficDirection.Ingress, TrafficDirection.Egress })
        {
            if (Chance(30))
                yield return new(10, direction, false, IpProtocol.Tcp, Cidr.Parse($"10.{_random.Next(Vpcs)}.0.0/16"))
                {
                    Ports = new PortRange(1024, 65535),
                };
            if (Chance(90))
                yield return new(100, direction, true, -1, Cidr.AnyV4);
            if (Chance(80))
                yield return new(101, direction, true, 6, Cidr.AnyV6) { Ports = new PortRange(22, 60000) };
        }
    }

    private static SecurityGroupRule Rule(TrafficDirection direction, int protocol, PortRange ports, string block) =>
        new("", direction, protocol, ports) { Cidr = Cidr.Parse(block) };

    private bool Chance(int percent) => _random.Next(100) < percent;
}
