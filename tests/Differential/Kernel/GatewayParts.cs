using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// Internet gateways (stateless translation, one to one) and egress-only ones (stateful, IPv6), each a namespace with a
/// device to the inside and one to the outside, and the internet itself.
/// </summary>
internal sealed class GatewayParts(NaiveRules rules, NetworkPlan plan)
{
    /// <summary>Hosts of a service of AWS, which gateway endpoints lead to.</summary>
    public static readonly IReadOnlyList<IpAddress> Services =
        [IpAddress.Parse("52.218.0.9"), IpAddress.Parse("2600:1f68::9")];

    /// <summary>Hosts of the internet: the addresses that stand for it, and others.</summary>
    public static readonly IReadOnlyList<IpAddress> Hosts =
    [
        .. Services,
        IpAddress.Parse("192.0.2.1"), IpAddress.Parse("9.9.9.9"),
        IpAddress.Parse("2001:db8::1"), IpAddress.Parse("2620:fe::fe"),
    ];

    /// <summary>All that answers on the internet: its hosts, and the sites' hosts with public addresses.</summary>
    public static readonly IReadOnlyList<IpAddress> Answering =
        [.. Hosts, IpAddress.Parse("2001:db9::9"), IpAddress.Parse("2001:db9:1::9")];

    private readonly NamespacePlan _internet = plan.Add(new("internet") { Forwards4 = true, Forwards6 = true });
    private readonly List<(string Device, int Mark)> _answered = [];

    public NamespacePlan Internet => _internet;

    /// <summary>The gateways of a VPC, joined to its router and to the internet.</summary>
    public void Add(Vpc vpc, NamespacePlan router)
    {
        var stations = rules.All<Element>().Where(e => e.VpcId == vpc.Id).ToList();
        var addresses = stations.Where(e => e is not NatGateway { State: NatGatewayState.Deleted })
            .SelectMany(NaiveRules.AddressesOf).ToList();
        var six = addresses.Where(a => a.Private.IsV6).Select(a => a.Private).ToList();
        var igw = stations.OfType<InternetGateway>().FirstOrDefault();
        var eigw = stations.OfType<EgressOnlyInternetGateway>().FirstOrDefault();
        if (igw is not null)
        {
            var outer = $"g{router.Name}";
            FillGateway(Join(igw.Id, router, "igw", outer), addresses, six);
            _internet.Ip.AddRange(addresses.Select(a => a.Public).OfType<IpAddress>()
                .Select(address => $"route add {Cidr.Single(address)} dev {outer}"));
            _internet.Ip.AddRange(six.Select(address => $"route add {address}/128 dev {outer}"));
        }

        if (eigw is not null)
        {
            var outer = $"e{router.Name}";
            FillEgressOnly(Join(eigw.Id, router, "eigw", outer), six);
            if (igw is null)
                _internet.Ip.AddRange(six.Select(address => $"route add {address}/128 dev {outer}"));
            _answered.Add((outer, _answered.Count + 1));
        }
    }

    /// <summary>The internet's hosts; replies go back by the egress-only gateway that the packet came by.</summary>
    public void FillInternet()
    {
        HostParts.AddAddresses(_internet, Answering.Select(host => new InterfaceAddress(host)), "lo");
        foreach (var (device, mark) in _answered)
        {
            _internet.Ip6.Add($"rule add pref 10 fwmark {mark} lookup {100 + mark}");
            _internet.Ip6.Add($"route add ::/0 dev {device} table {100 + mark}");
        }

        if (_answered.Count > 0)
            _internet.AddTable(
                "ip6 answers",
                [
                    "entering", "type filter hook prerouting priority -150; policy accept;",
                    .. _answered.Select(a => $"iifname {a.Device} ct state new ct mark set {a.Mark}"),
                    "ct direction reply meta mark set ct mark",
                ],
                [
                    "sent", "type route hook output priority -150; policy accept;",
                    "ct direction reply meta mark set ct mark",
                ]);
    }

    private NamespacePlan Join(string id, NamespacePlan router, string inner, string outer)
    {
        var gateway = plan.Add(new NamespacePlan(id) { Forwards4 = inner == "igw", Forwards6 = true });
        plan.Link(router, inner, gateway, "inside");
        plan.Link(gateway, "outside", _internet, outer);
        gateway.AddBoth("rule add pref 10 iif inside lookup 101");
        gateway.AddBoth("rule add pref 10 iif outside lookup 102");
        gateway.Ip.Add("route add 0.0.0.0/0 dev outside table 101");
        gateway.Ip.Add("route add 0.0.0.0/0 dev inside table 102");
        gateway.Ip6.Add("route add ::/0 dev outside table 101");
        gateway.Ip6.Add("route add ::/0 dev inside table 102");
        return gateway;
    }

    private static void FillGateway(
        NamespacePlan gateway, IReadOnlyList<InterfaceAddress> addresses, IReadOnlyList<IpAddress> six)
    {
        var translated = addresses.Where(a => a.Public is not null).ToList();
        List<string> four = ["entering", "type filter hook prerouting priority -300; policy accept;"];
        four.Add("iifname inside ip daddr { 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 } drop");
        foreach (var (inner, outer) in new[] { ("inside", "saddr"), ("outside", "daddr") })
        {
            var pairs = translated.Select(a =>
                inner == "inside" ? (a.Private, a.Public!.Value) : (a.Public!.Value, a.Private)).ToList();
            var keys = pairs.Select(p => p.Item1).ToList();
            four.Add(keys.Count == 0
                ? $"iifname {inner} drop"
                : $"iifname {inner} ip {outer} != {{ {string.Join(", ", keys)} }} drop");
            if (keys.Count > 0)
                four.Add($"iifname {inner} ip {outer} set ip {outer} map "
                    + $"{{ {string.Join(", ", pairs.Select(p => $"{p.Item1} : {p.Item2}"))} }}");
        }

        gateway.AddTable("ip translation", four);
        gateway.AddTable("ip6 filters", [
            "forwarding", "type filter hook forward priority 0; policy accept;", OnlyFrom(six),
        ]);
    }

    private static void FillEgressOnly(NamespacePlan gateway, IReadOnlyList<IpAddress> six) => gateway.AddTable(
        "ip6 filters", [
            "forwarding", "type filter hook forward priority 0; policy accept;", OnlyFrom(six),
            "iifname outside ct state established accept", "iifname outside drop",
        ]);

    private static string OnlyFrom(IReadOnlyList<IpAddress> six) => six.Count == 0
        ? "iifname inside drop"
        : $"iifname inside ip6 saddr != {{ {string.Join(", ", six)} }} drop";
}
