using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// A VPC as a router: a device for each interface and gateway, a routing table for each route table, chosen by the
/// device that a packet comes in by. A local route is a <c>throw</c>: the packet leaves the table, and the next rule
/// looks up who has its address. Network ACLs are rules without connection tracking.
/// </summary>
internal sealed class VpcParts(NaiveRules rules, Vpc vpc)
{
    private const int Owners = 99;
    private readonly List<RouteTable> _tables = [.. rules.All<RouteTable>().Where(table => table.VpcId == vpc.Id)];
    private readonly List<Subnet> _subnets = [.. rules.All<Subnet>().Where(subnet => subnet.VpcId == vpc.Id)];
    private readonly Dictionary<string, string> _devices = [];
    private readonly List<string> _marking = [];
    private readonly List<string> _crossing = [];
    private int _stations;

    public Vpc Vpc { get; } = vpc;

    public NamespacePlan Router { get; } =
        new($"v{rules.All<Vpc>().ToList().IndexOf(vpc)}") { Forwards4 = true, Forwards6 = true };

    /// <summary>The device of a station, whose name tells its subnet.</summary>
    public string AddStation(Element station)
    {
        var subnet = _subnets.FindIndex(s => s.Id == NaiveRules.SubnetOf(station));
        return _devices[station.Id] = $"s{subnet}-{_stations++}";
    }

    /// <summary>A link to a peer VPC: it carries addresses of the two only (compiled in); what comes is marked.</summary>
    public void AddPeer(string id, string device, Vpc peer, int mark)
    {
        _devices[id] = device;
        _crossing.AddRange(Matches.DropOutside($"oifname {device}", "daddr", peer.Cidrs));
        _crossing.AddRange(Matches.DropOutside($"oifname {device}", "saddr", Vpc.Cidrs));
        foreach (var family in new[] { "ip", "ip6" })
            _marking.Add($"iifname {device} {family} dscp != {Marks.Appliance} {family} dscp set {mark}");
    }

    public void Fill()
    {
        AddRules();
        foreach (var table in _tables)
            AddTable(table);
        foreach (var (id, device) in _devices.Where(d => rules.Get<Element>(d.Key) is not VpcPeering))
            Router.Ip.AddRange(NaiveRules.AddressesOf(rules.Get<Element>(id))
                .Select(a => $"route add {Cidr.Single(a.Private)} dev {device} table {Owners}"));
        AddAcls();
    }

    private void AddRules()
    {
        foreach (var (id, device) in _devices)
            if (rules.Get<Element>(id) is NetworkInterface or NatGateway)
            {
                var subnet = rules.Get<Subnet>(NaiveRules.SubnetOf(rules.Get<Element>(id)!))!;
                AddLookup(device, subnet.RouteTableId ?? Vpc.MainRouteTableId);
            }

        if (Gateway() is { RouteTableId: { } edge } && _tables.Any(table => table.Id == edge))
            AddLookup("igw", edge);
        // What no rule above decides is for an address of the VPC: gateways and peers enter here.
        Router.AddBoth($"rule add pref 100 lookup {Owners}");
        Router.AddBoth("rule del pref 32766");
        Router.Ip.Add("rule del pref 32767");
    }

    private void AddLookup(string device, string? tableId)
    {
        var table = _tables.FindIndex(t => t.Id == tableId);
        Router.AddBoth($"rule add pref 10 iif {device} {(table < 0 ? "blackhole" : $"lookup {100 + table}")}");
    }

    private InternetGateway? Gateway() => rules.All<InternetGateway>().FirstOrDefault(g => g.VpcId == Vpc.Id);

    // The kernel takes the longest prefix, then the lowest metric: static, local, prefix list, propagated.
    private void AddTable(RouteTable table)
    {
        var number = 100 + _tables.IndexOf(table);
        var edge = Gateway()?.RouteTableId == table.Id;
        var routes = new List<(Cidr Block, int Metric, string Target)>();
        routes.AddRange(Vpc.Cidrs.Select(block => (block, 20, Route.Local)));
        foreach (var route in table.Routes)
        {
            var propagated = route.Origin == RouteOrigin.EnableVgwRoutePropagation;
            if (route.Destination is { } block && !(propagated && Vpc.Cidrs.Any(own => own.Contains(block))))
                routes.Add((block, propagated ? 40 : 10, route.Target));
            foreach (var listed in rules.Get<PrefixList>(route.PrefixListId)?.Cidrs ?? [])
                routes.Add((listed, 30, route.Target));
        }

        foreach (var (block, metric, target) in routes.DistinctBy(r => (r.Block, r.Metric)))
            Router.Ip.Add($"route add {Way(block, target, edge)} table {number} metric {metric}");
    }

    private string Way(Cidr block, string target, bool edge)
    {
        if (target == Route.Local)
            return $"throw {block}";
        var device = rules.Get<Element>(target) switch
        {
            NetworkInterface { Functional: true, Attached: true } nic => _devices.GetValueOrDefault(nic.Id),
            _ when edge => null,
            InternetGateway igw when igw.VpcId == Vpc.Id => "igw",
            EgressOnlyInternetGateway eigw when eigw.VpcId == Vpc.Id => "eigw",
            NatGateway or VpcPeering => _devices.GetValueOrDefault(target),
            _ => null,
        };
        return device is null ? $"blackhole {block}" : $"{block} dev {device}";
    }

    private void AddAcls()
    {
        var chains = new List<IEnumerable<string>>();
        List<string> forwarding = ["forwarding", "type filter hook forward priority 0; policy accept;", .. _crossing];
        for (var s = 0; s < _subnets.Count; s++)
            if (rules.Get<NetworkAcl>(_subnets[s].NetworkAclId) is { } acl)
            {
                chains.Add(Matches.Acl($"out{s}", acl, TrafficDirection.Egress));
                chains.Add(Matches.Acl($"in{s}", acl, TrafficDirection.Ingress));
                forwarding.Add($"iifname s{s}-* oifname != s{s}-* jump out{s}");
                forwarding.Add($"iifname != s{s}-* oifname s{s}-* jump in{s}");
            }

        chains.Add(forwarding);
        if (_marking.Count > 0)
            chains.Add(["entering", "type filter hook prerouting priority -150; policy accept;", .. _marking]);
        Router.AddTable("inet acls", [.. chains]);
    }
}
