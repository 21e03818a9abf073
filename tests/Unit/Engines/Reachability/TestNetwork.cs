using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>
/// Three VPCs in a line, a-b-c, where everything is open and a few routes try what cannot work. Tests change one thing.
/// a has a public subnet (web) and one behind a NAT gateway (app); c is in another region.
/// </summary>
internal static class TestNetwork
{
    public static Topology Create() => Topology.Of([.. VpcA(), .. VpcB(), .. VpcC(),
        new VpcPeering("pcx-ab", "vpc-a", "vpc-b"), new VpcPeering("pcx-bc", "vpc-b", "vpc-c"),
        new PrefixList("pl-b", Cidr.Parse("10.1.0.0/16"))]);

    public static Topology Change<TElement>(this Topology topology, string id, Func<TElement, TElement> change)
        where TElement : Element => topology.With(change(topology.Find<TElement>(id)!));

    public static Topology WithRoutes(this Topology topology, string table, params string[] routes) =>
        topology.Change<RouteTable>(table, one => one with { Routes = [.. routes.Select(RouteOf)] });

    public static Topology WithRule(this Topology topology, string group, TrafficDirection direction, string rule) =>
        topology.Change<SecurityGroup>(group, one => one with
        {
            Rules = [.. one.Rules.Where(other => other.Direction != direction), RuleOf(direction, rule)],
        });

    public static Topology InState(this Topology topology, VpcPeeringState state) =>
        topology.Change<VpcPeering>("pcx-ab", peering => peering with { State = state });

    public static Topology WithChecking(this Topology topology, string nic, bool check = true) =>
        topology.Change<NetworkInterface>(nic, one => one with { SourceDestCheck = check });

    public static void EndsAs(this Trace trace, Disposition disposition, string? code) =>
        Assert.Equal((disposition, code), (trace.Disposition, trace.Code));

    public static Trace Tcp(this Topology topology, string source, string destination, int port = 443) =>
        Tracer.Trace(topology, new Flow(FlowEnd.Parse(source), FlowEnd.Parse(destination), IpProtocol.Tcp, port));

    public static Trace Tcp6(this Topology topology, string source, string destination) => Tracer.Trace(
        topology,
        new Flow(FlowEnd.Parse(source), FlowEnd.Parse(destination), IpProtocol.Tcp, 443) { PreferV6 = true });

    /// <summary>The ids of the hops, for example <c>eni-a sg-a rtb-a eni-b</c>.</summary>
    public static string Path(IReadOnlyList<Hop> hops) => string.Join(' ', hops.Select(hop => hop.Id));

    /// <summary>"block target" or "pl-… target", with "propagated" behind.</summary>
    public static Route RouteOf(string text)
    {
        var parts = text.Split(' ');
        var origin = parts.Length > 2 ? RouteOrigin.EnableVgwRoutePropagation : RouteOrigin.CreateRoute;
        return parts[0].StartsWith("pl-", StringComparison.Ordinal)
            ? Route.ToPrefixList(parts[0], parts[1])
            : new Route(Cidr.Parse(parts[0]), null, parts[1], origin);
    }

    /// <summary>"protocol from-to whom".</summary>
    public static SecurityGroupRule RuleOf(TrafficDirection direction, string text)
    {
        var parts = text.Split(' ');
        var ports = parts[1].Split("..").Select(int.Parse).ToArray();
        var rule = new SecurityGroupRule("sgr-1", direction, int.Parse(parts[0]), new PortRange(ports[0], ports[1]));
        return parts[2].StartsWith("sg-", StringComparison.Ordinal) ? rule with { GroupId = parts[2] }
            : parts[2].StartsWith("pl-", StringComparison.Ordinal) ? rule with { PrefixListId = parts[2] }
            : rule with { Cidr = Cidr.Parse(parts[2]) };
    }

    private static IEnumerable<Element> VpcA() =>
    [
        .. Shell("a", "10.0.0.0/16", "2600:1f14:a00::/56", "eu-west-1"),
        new InternetGateway("igw-a") { VpcId = "vpc-a" },
        new EgressOnlyInternetGateway("eigw-a") { VpcId = "vpc-a" },
        new NatGateway("nat-a")
        {
            VpcId = "vpc-a", SubnetId = "subnet-a-web", Addresses = [Address("10.0.1.200", "203.0.113.200")],
        },
        Table("a", "rtb-a-web", "0.0.0.0/0 igw-a", "::/0 igw-a", "10.1.0.0/16 pcx-ab", "10.2.0.0/16 pcx-ab"),
        Table("a", "rtb-a", "0.0.0.0/0 nat-a", "::/0 eigw-a", "10.1.0.0/16 pcx-ab"),
        Subnet("a", "web", "10.0.1.0/24", "2600:1f14:a00:1::/64") with { RouteTableId = "rtb-a-web" },
        Subnet("a", "app", "10.0.2.0/24", "2600:1f14:a00:2::/64"),
        Interface("a", "web", "eni-a-web", Address("10.0.1.10", "203.0.113.10"), Address("2600:1f14:a00:1::10")),
        Interface("a", "web", "eni-a-web2", Address("10.0.1.11", "203.0.113.11")),
        Interface("a", "app", "eni-a-app", Address("10.0.2.10"), Address("2600:1f14:a00:2::10")) with
        {
            InstanceId = "i-app",
        },
        Interface("a", "web", "eni-a-fw", Address("10.0.1.50", "203.0.113.50")) with { SourceDestCheck = false },
    ];

    private static IEnumerable<Element> VpcB() =>
    [
        .. Shell("b", "10.1.0.0/16", "2600:1f14:b00::/56", "eu-west-1"),
        Table("b", "rtb-b", "10.0.0.0/16 pcx-ab", "10.2.0.0/16 pcx-bc", "0.0.0.0/0 pcx-ab"),
        Subnet("b", "app", "10.1.1.0/24", "2600:1f14:b00:1::/64"),
        Interface("b", "app", "eni-b", Address("10.1.1.10"), Address("2600:1f14:b00:1::10")),
    ];

    private static IEnumerable<Element> VpcC() =>
    [
        .. Shell("c", "10.2.0.0/16", "2600:1f14:c00::/56", "us-east-1"),
        Table("c", "rtb-c", "10.1.0.0/16 pcx-bc", "10.0.0.0/16 pcx-bc"),
        Subnet("c", "app", "10.2.1.0/24", "2600:1f14:c00:1::/64"),
        Interface("c", "app", "eni-c", Address("10.2.1.10")),
    ];

    private static IEnumerable<Element> Shell(string vpc, string block, string block6, string region) =>
    [
        new Vpc($"vpc-{vpc}", Cidr.Parse(block), Cidr.Parse(block6))
        {
            Region = region, MainRouteTableId = $"rtb-{vpc}",
        },
        new NetworkAcl($"acl-{vpc}")
        {
            VpcId = $"vpc-{vpc}",
            Entries =
            [
                new(100, TrafficDirection.Ingress, true, -1, Cidr.AnyV4),
                new(101, TrafficDirection.Ingress, true, -1, Cidr.AnyV6),
                new(100, TrafficDirection.Egress, true, -1, Cidr.AnyV4),
                new(101, TrafficDirection.Egress, true, -1, Cidr.AnyV6),
            ],
        },
        new SecurityGroup($"sg-{vpc}")
        {
            VpcId = $"vpc-{vpc}",
            Rules =
            [
                RuleOf(TrafficDirection.Ingress, "-1 -1..-1 0.0.0.0/0"),
                RuleOf(TrafficDirection.Ingress, "-1 -1..-1 ::/0"),
                RuleOf(TrafficDirection.Egress, "-1 -1..-1 0.0.0.0/0"),
                RuleOf(TrafficDirection.Egress, "-1 -1..-1 ::/0"),
            ],
        },
    ];

    private static RouteTable Table(string vpc, string id, params string[] routes) =>
        new(id) { VpcId = $"vpc-{vpc}", Routes = [.. routes.Select(RouteOf)] };

    private static Subnet Subnet(string vpc, string name, params string[] blocks) => new($"subnet-{vpc}-{name}")
    {
        VpcId = $"vpc-{vpc}", NetworkAclId = $"acl-{vpc}", Cidrs = [.. blocks.Select(block => Cidr.Parse(block))],
    };

    private static NetworkInterface Interface(
        string vpc, string subnet, string id, params InterfaceAddress[] addresses) => new(id)
        {
            VpcId = $"vpc-{vpc}",
            SubnetId = $"subnet-{vpc}-{subnet}",
            Addresses = addresses,
            SecurityGroupIds = [$"sg-{vpc}"],
        };

    private static InterfaceAddress Address(string inside, string? outside = null) =>
        new(IpAddress.Parse(inside), outside is null ? null : IpAddress.Parse(outside));
}
