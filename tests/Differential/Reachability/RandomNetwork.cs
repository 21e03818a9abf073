using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// Random networks of a few VPCs that mostly work: then many flows get far before something stops them, and every kind
/// of obstacle is met. Everything follows from the seed.
/// </summary>
internal sealed class RandomNetwork(int seed)
{
    private static readonly int[] Services = [22, 80, 443];

    // No interface has these; at some of them hosts answer themselves.
    private static readonly string[] KeptByAws =
    [
        "169.254.169.254", "fd00:ec2::254", "169.254.169.253", "fd00:ec2::253", "169.254.169.123", "fd00:ec2::123",
        "169.254.169.250", "10.0.0.2", "10.0.0.2", "169.254.170.2", "10.0.0.1", "10.0.1.2", "10.0.0.3", "10.0.0.255",
        "2600:1f14::2",
    ];

    private readonly Random _random = new(seed);

    // What hosts answer is drawn apart, so that the networks are those that they were without it.
    private readonly Random _hosts = new(~seed);
    private readonly List<Element> _elements = [];
    private readonly List<NetworkInterface> _interfaces = [];
    private readonly List<string> _targets = [];
    private int _publicHosts;

    // Some networks are full of appliances: what is rare elsewhere is common there.
    private bool _appliances;

    // Two of three have transit gateways, sites and endpoints; in some of these most routes lead to a transit gateway.
    private RandomTransit? _transit;
    private bool _hub;

    public Topology Topology()
    {
        var vpcs = _random.Next(2, 5);
        _appliances = Chance(12);
        _hub = Chance(30);
        _elements.Add(new PrefixList("pl-0", Cidr.Parse("10.1.0.0/16"), Cidr.Parse("198.51.100.0/24")));
        _elements.Add(new PrefixList(
            "pl-1", Cidr.Parse("10.2.0.0/20"), Cidr.Parse("2600:1f14:200::/56"), Cidr.Parse("10.0.1.0/24")));
        for (var v = 0; v < vpcs; v++)
            AddVpc(v);
        for (var a = 0; a < vpcs; a++)
            for (var b = a + 1; b < vpcs; b++)
                if (Chance(b == a + 1 ? 85 : 30))
                    AddPeering(a, b);
        if (_hub || Chance(50))
        {
            _transit = new RandomTransit(_random, _elements, vpcs);
            _transit.Add();
        }

        for (var v = 0; v < vpcs; v++)
            AddTables(v, vpcs);
        _elements.Add(new InternetGateway("igw-spare") { Account = "1", Region = "eu-west-1" });
        if (Chance(50))
            _elements.Add(new ElasticAddress("eipalloc-spare", IpAddress.Parse("203.0.113.250")));
        return Engines.Reachability.Model.Topology.Of(_elements);
    }

    public Flow Flow()
    {
        var protocol = Pick(6, 6, 6, 17, 1, 47);
        var flow = new Flow(Source(), Destination(), protocol, protocol == 1 ? null : Pick(Services))
        {
            PreferV6 = Chance(30),
            SourcePort = Chance(10) ? 1024 + _random.Next(60000) : null,
        };
        return flow.Destination.Address?.ToString() is "169.254.169.254" or "fd00:ec2::254" ? ToHost(flow) : flow;
    }

    // What hosts answer themselves they do at one port.
    private Flow ToHost(Flow flow)
    {
        var to = KeptByAws[_hosts.Next(KeptByAws.Length)];
        var asks = NaiveHost.Asks
            .Where(ask => ask.Address == to || (to == "10.0.0.2" && ask.Id == "resolver")).ToList();
        flow = flow with { Destination = FlowEnd.At(IpAddress.Parse(to)) };
        return asks.Count > 0 && _hosts.Next(100) < 70 && asks[_hosts.Next(asks.Count)] is var ask
            ? flow with { Protocol = ask.Protocol, DestinationPort = ask.Port }
            : flow;
    }

    private FlowEnd Source() => _random.Next(_transit is null ? 25 : 29) switch
    {
        28 => Passage(),
        25 or 26 => FlowEnd.Parse(Pick("cgw-0", "cgw-1", "192.168.0.9", "192.168.1.9", "2001:db9:1::9", "192.168.3.3")),
        27 => Chance(40) ? new FlowEnd("cgw-0", AnyAddress()) : FlowEnd.Of(Pick("vpce-0", "vpce-i1", "cgw-none")),
        0 => FlowEnd.Internet,
        1 or 2 or 3 => FlowEnd.Of($"igw-{_random.Next(3)}"),
        4 => FlowEnd.At(AnyAddress()),
        5 => FlowEnd.Of(Pick("eni-none", "vpc-0", "i-0", "i-1", "igw-spare", "nat-0")),
        6 => new FlowEnd(Pick(_interfaces).Id, AnyAddress()),
        7 => FlowEnd.At(IpAddress.Parse(Pick("9.9.9.9", "10.77.0.1", "2620:fe::fe"))),
        _ => FlowEnd.Of(Pick(_interfaces).Id),
    };

    private FlowEnd Destination() => _random.Next(_transit is null ? 22 : 29) switch
    {
        28 => Passage(),
        22 or 23 => FlowEnd.Parse(Pick("cgw-0", "cgw-1", "192.168.0.9", "192.168.1.209", "2001:db9::9")),
        24 or 25 when _elements.OfType<VpcEndpoint>().ToList() is { Count: > 0 } all => FlowEnd.Of(Pick(all).Id),
        26 => FlowEnd.At(IpAddress.Parse(Pick("52.218.0.9", "52.218.0.9", "2600:1f68::9", "52.218.9.9"))),
        27 => new FlowEnd(Pick("vpce-0", "vpce-i0", "vpce-i1", "cgw-1"), Chance(50)
            ? AnyAddress()
            : IpAddress.Parse(Pick("52.218.0.7", "192.168.1.7", "9.9.9.9"))),
        0 or 1 or 8 => FlowEnd.Internet,
        2 => FlowEnd.Of($"igw-{_random.Next(3)}"),
        3 or 4 => FlowEnd.At(AnyAddress()),
        5 => FlowEnd.Of(Pick("eni-none", "acl-0", "i-0", "i-1", "igw-spare")),
        6 => new FlowEnd(Pick(_interfaces).Id, AnyAddress()),
        7 => FlowEnd.At(IpAddress.Parse(
            Pick(
                "9.9.9.9", "10.0.0.77", "2620:fe::fe", "100.64.1.1", "10.99.0.1", "2600:1f14:100::77",
                "169.254.169.254", "fd00:ec2::254"))),
        _ => FlowEnd.Of(Pick(_interfaces).Id),
    };

    private FlowEnd Passage() => new(
        Pick($"att-{_random.Next(3)}", "att-vpn-0", "att-peer", "pcx-0-1", "vgw-0", "vgw-1", "tgw-0"),
        Chance(60) ? null : Chance(50) ? AnyAddress() : IpAddress.Parse("192.168.0.5"));

    private IpAddress AnyAddress()
    {
        var addresses = _elements.SelectMany(NaiveRules.AddressesOf).SelectMany(
            a => a.Public is { } open ? new[] { a.Private, open } : [a.Private]).ToList();
        return Pick(addresses);
    }

    private void AddVpc(int v)
    {
        // Now and then two VPCs have the same block, or one has a public one.
        var second = Chance(8) ? 0 : v;
        var main = Chance(5) ? Cidr.Parse("198.18.0.0/16") : Cidr.Parse($"10.{second}.0.0/16");
        var six = Cidr.Parse($"2600:1f14:{v}00::/56");
        _elements.Add(new Vpc($"vpc-{v}", main, six)
        {
            Region = v < 2 || Chance(50) ? "eu-west-1" : "us-east-1", Account = Chance(80) ? "1" : "2",
            MainRouteTableId = $"rtb-{v}-main", DnsSupport = _hosts.Next(100) < 80,
        });
        if (Chance(80))
            _elements.Add(new InternetGateway($"igw-{v}")
            {
                VpcId = $"vpc-{v}", RouteTableId = Chance(_appliances ? 90 : 35) ? $"rtb-{v}-edge" : null,
            });
        if (Chance(50))
            _elements.Add(new EgressOnlyInternetGateway($"eigw-{v}") { VpcId = $"vpc-{v}" });
        AddGroups(v);
        AddAcl($"acl-{v}", v, open: true);
        AddAcl($"acl-{v}-narrow", v, open: false);
        var subnets = _random.Next(1, 4);
        for (var s = 0; s < subnets; s++)
            AddSubnet(v, s, main, six);
        if (Chance(65))
            AddNat(v, subnets, main);
    }

    private void AddSubnet(int v, int s, Cidr main, Cidr six)
    {
        var id = $"subnet-{v}-{s}";
        var block = Cidr.Of(main.At((UInt128)(256 * s)), 24);
        var block6 = Cidr.Of(six.At((UInt128)s << 64), 64);
        _elements.Add(new Subnet(id)
        {
            Zone = s == 0 ? "a" : Pick("a", "b", "b"),
            VpcId = $"vpc-{v}", Cidrs = [block, block6], RouteTableId = Chance(70) ? $"rtb-{v}-{s}" : null,
            NetworkAclId = Chance(85) ? $"acl-{v}" : Chance(80) ? $"acl-{v}-narrow" : null,
        });
        var count = _random.Next(1, 4);
        for (var n = 0; n < count; n++)
        {
            var addresses = new List<InterfaceAddress>();
            if (Chance(92))
                addresses.Add(new InterfaceAddress(block.At((UInt128)(10 + n)), Chance(50) ? NextPublic() : null));
            if (Chance(65))
                addresses.Add(new InterfaceAddress(block6.At((UInt128)(10 + n))));
            if (Chance(15))
                addresses.Add(new InterfaceAddress(block.At((UInt128)(100 + n)), Chance(50) ? NextPublic() : null));
            var nic = new NetworkInterface($"eni-{v}-{s}-{n}")
            {
                VpcId = $"vpc-{v}",
                SubnetId = id,
                Addresses = addresses,
                SourceDestCheck = Chance(_appliances ? 5 : 45),
                SecurityGroupIds = Chance(5) ? []
                    : Chance(70) ? [$"sg-{v}-0"] : [$"sg-{v}-1", $"sg-{v}-{_random.Next(2)}"],
                InstanceId = Chance(20) ? $"i-{_random.Next(2)}" : null,
                DeviceIndex = _random.Next(2),
                Functional = Chance(96),
                MetadataEndpoint = _hosts.Next(100) < 80,
                MetadataOverIpv6 = _hosts.Next(100) < 70,
                OnNitro = _hosts.Next(100) < 80,
            };
            _elements.Add(nic);
            _interfaces.Add(nic);
            _targets.Add(nic.Id);
        }
    }

    private void AddNat(int v, int subnets, Cidr main)
    {
        var s = _random.Next(subnets);
        _elements.Add(new NatGateway($"nat-{v}")
        {
            VpcId = $"vpc-{v}", SubnetId = $"subnet-{v}-{s}",
            State = Chance(88)
                ? NatGatewayState.Available
                : Pick(NatGatewayState.Pending, NatGatewayState.Deleted, NatGatewayState.Failed),
            Addresses = [new InterfaceAddress(main.At((UInt128)((256 * s) + 200)), Chance(80) ? NextPublic() : null)],
        });
    }

    private void AddPeering(int a, int b) => _elements.Add(new VpcPeering($"pcx-{a}-{b}", $"vpc-{a}", $"vpc-{b}")
    {
        State = Chance(85) ? VpcPeeringState.Active : Pick(VpcPeeringState.PendingAcceptance, VpcPeeringState.Deleted),
    });

    private void AddTables(int v, int vpcs)
    {
        foreach (var name in new[] { "main", "0", "1", "2" })
            _elements.Add(new RouteTable($"rtb-{v}-{name}") { VpcId = $"vpc-{v}", Routes = [.. Routes(v, vpcs)] });
        var edge = new List<Route>();
        if (Chance(_appliances ? 90 : 60))
            edge.Add(Route.To(
                Cidr.Parse(Pick($"10.{v}.0.0/16", $"10.{v}.0.0/24", $"2600:1f14:{v}00::/56", $"2600:1f14:{v}00::/64")),
                OwnTarget(v)));
        if (Chance(5))
            edge.Add(Route.To(Cidr.Parse($"10.{v}.0.0/20"), $"nat-{v}"));
        _elements.Add(new RouteTable($"rtb-{v}-edge") { VpcId = $"vpc-{v}", Routes = edge });
    }

    private IEnumerable<Route> Routes(int v, int vpcs)
    {
        for (var other = 0; other < vpcs; other++)
        {
            if (other == v)
                continue;
            if (Chance(85))
                yield return Route.To(Cidr.Parse($"10.{other}.0.0/16"), Target(v, other, vpcs));
            if (Chance(70))
                yield return Route.To(Cidr.Parse($"2600:1f14:{other}00::/56"), Target(v, other, vpcs));
        }

        if (Chance(90))
            yield return Route.To(
                Cidr.AnyV4,
                _transit is not null && Chance(35) ? _transit.GatewayOf(v)
                    : Pick($"igw-{v}", $"igw-{v}", $"igw-{v}", $"nat-{v}", $"nat-{v}", Hub(v), AnyTarget(v, vpcs)));
        if (Chance(75))
            yield return Route.To(Cidr.AnyV6, Pick($"igw-{v}", $"igw-{v}", $"eigw-{v}", Hub(v), AnyTarget(v, vpcs)));
        foreach (var route in _transit is null ? [] : TransitRoutes(v))
            yield return route;
        if (Chance(15))
            yield return Route.ToPrefixList(Pick("pl-0", "pl-1", "pl-none"), AnyTarget(v, vpcs));
        if (Chance(_appliances ? 60 : 12))
            yield return Route.To(Cidr.Parse($"10.{v}.{_random.Next(3)}.0/24"), OwnTarget(v));
        if (Chance(6))
            yield return Route.To(Cidr.Parse($"10.{v}.0.0/16"), OwnTarget(v));
        if (Chance(_appliances ? 50 : 12))
            yield return Route.To(Cidr.Parse($"2600:1f14:{v}00::/64"), Pick($"eigw-{v}", OwnTarget(v)));
        if (Chance(10))
            yield return new Route(
                Cidr.Parse(Pick("10.1.0.0/16", "0.0.0.0/0", "10.0.0.0/16")), null, AnyTarget(v, vpcs),
                RouteOrigin.EnableVgwRoutePropagation);
    }

    private IEnumerable<Route> TransitRoutes(int v)
    {
        for (var site = 0; site < 2; site++)
        {
            if (Chance(70))
                yield return new Route(
                    Cidr.Parse($"192.168.{site}.0/24"), null, Chance(60) ? $"vgw-{v}" : _transit!.GatewayOf(v),
                    Chance(50) ? RouteOrigin.CreateRoute : RouteOrigin.EnableVgwRoutePropagation);
            if (Chance(40))
                yield return Route.To(
                    Cidr.Parse($"2001:db9:{site}::/48"), Chance(50) ? $"vgw-{v}" : _transit!.GatewayOf(v));
        }

        if (Chance(80))
            yield return Route.ToPrefixList("pl-svc", $"vpce-{v}");
    }

    // Where two VPCs are not peered, somebody may try to go through the one between them.
    private string Target(int v, int other, int vpcs) =>
        _transit is not null && Chance(_hub ? 92 : 40) ? _transit.GatewayOf(v)
        : !Chance(88) ? AnyTarget(v, vpcs)
        : Math.Abs(v - other) > 1 && Chance(50) ? Hub(v)
        : $"pcx-{Math.Min(v, other)}-{Math.Max(v, other)}";

    private static string Hub(int v) => v == 0 ? "pcx-0-1" : $"pcx-{v - 1}-{v}";

    private string OwnTarget(int v) =>
        Pick(_targets.Where(t => t.StartsWith($"eni-{v}-", StringComparison.Ordinal)).ToList());

    private string AnyTarget(int v, int vpcs) => _random.Next(_transit is null ? 8 : 11) switch
    {
        8 => Pick("tgw-0", "tgw-1", "tgw-gone"),
        9 => $"vgw-{v}",
        10 => $"vpce-{v}",
        0 or 1 or 2 => OwnTarget(v),
        3 => $"nat-{v}",
        4 => $"igw-{v}",
        5 => $"pcx-{_random.Next(vpcs)}-{_random.Next(vpcs)}",
        6 => "igw-gone",
        _ => $"eigw-{v}",
    };

    private void AddGroups(int v)
    {
        for (var g = 0; g < 2; g++)
            _elements.Add(new SecurityGroup($"sg-{v}-{g}") { VpcId = $"vpc-{v}", Rules = [.. Rules(v)] });
    }

    private IEnumerable<SecurityGroupRule> Rules(int v)
    {
        if (Chance(85))
        {
            yield return Rule(TrafficDirection.Egress, -1, PortRange.All) with { Cidr = Cidr.AnyV4 };
            yield return Rule(TrafficDirection.Egress, -1, PortRange.All) with { Cidr = Cidr.AnyV6 };
        }

        if (_appliances && Chance(50))
            yield return Rule(TrafficDirection.Ingress, -1, PortRange.All) with
            {
                GroupId = $"sg-{v}-{_random.Next(2)}",
            };
        if (_hub && Chance(60))
            yield return Rule(TrafficDirection.Ingress, -1, PortRange.All) with
            {
                GroupId = $"sg-{_random.Next(3)}-{_random.Next(2)}",
            };
        if (Chance(_hub ? 50 : 60))
        {
            yield return Rule(TrafficDirection.Ingress, -1, PortRange.All) with { Cidr = Cidr.AnyV4 };
            yield return Rule(TrafficDirection.Ingress, -1, PortRange.All) with { Cidr = Cidr.AnyV6 };
        }

        for (var count = _random.Next(4); count > 0; count--)
        {
            var protocol = Pick(6, 6, 17, 1, 58, -1, -1, 47);
            var direction = Chance(70) ? TrafficDirection.Ingress : TrafficDirection.Egress;
            var rule = Rule(direction, protocol, Ports(protocol));
            yield return _random.Next(5) switch
            {
                0 or 1 => rule with { GroupId = $"sg-{(Chance(40) ? v : _random.Next(4))}-{_random.Next(2)}" },
                2 => rule with { PrefixListId = Pick("pl-0", "pl-1") },
                _ => rule with { Cidr = AnyBlock() },
            };
        }
    }

    private static SecurityGroupRule Rule(TrafficDirection direction, int protocol, PortRange ports) =>
        new("", direction, protocol, ports);

    private void AddAcl(string id, int v, bool open)
    {
        var entries = new List<NetworkAclEntry>();
        foreach (var direction in new[] { TrafficDirection.Ingress, TrafficDirection.Egress })
        {
            if (open || Chance(40))
                entries.Add(new NetworkAclEntry(100, direction, true, -1, Cidr.AnyV4));
            if (open || Chance(40))
                entries.Add(new NetworkAclEntry(101, direction, true, -1, Cidr.AnyV6));
            for (var count = open ? 0 : _random.Next(5); count > 0; count--)
                entries.Add(Entry(direction, Pick(-1, 6, 6, 17, 1)));
        }

        _elements.Add(new NetworkAcl(id)
        {
            VpcId = $"vpc-{v}", Entries = [.. entries.DistinctBy(e => (e.RuleNumber, e.Direction))],
        });
    }

    private NetworkAclEntry Entry(TrafficDirection direction, int protocol) =>
        new(1 + _random.Next(130), direction, Chance(60), protocol, AnyBlock())
        {
            Ports = protocol != 1 && Chance(30) ? new PortRange(1024, 65535) : Ports(protocol),
        };

    private PortRange Ports(int protocol) => protocol is 1 or 58
        ? Pick(PortRange.All, new PortRange(8, -1), new PortRange(8, 0), new PortRange(128, -1), new PortRange(0, -1))
        : Pick(PortRange.All, PortRange.Only(Pick(Services)), new PortRange(0, 1000));

    private Cidr AnyBlock() => Cidr.Parse(Pick(
        "0.0.0.0/0", "::/0", "10.0.0.0/8", $"10.{_random.Next(4)}.0.0/16",
        $"10.{_random.Next(4)}.{_random.Next(3)}.0/24", "203.0.113.0/24",
        $"2600:1f14:{_random.Next(4)}00::/56"));

    private IpAddress NextPublic() => IpAddress.Parse($"203.0.113.{++_publicHosts}");

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
