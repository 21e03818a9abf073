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
    private const int Edge = 98;
    private const int Owners = 99;
    private const int FirstTable = 100;
    private readonly List<RouteTable> _tables = [.. rules.All<RouteTable>().Where(table => table.VpcId == vpc.Id)];
    private readonly List<Subnet> _subnets = [.. rules.All<Subnet>().Where(subnet => subnet.VpcId == vpc.Id)];
    private readonly Dictionary<string, string> _devices = [];
    private readonly Dictionary<string, List<(int Subnet, string Device)>> _transit = [];
    private readonly List<string> _marking = 
    [
        .. Marks.Entering("igw", 0), .. Marks.Entering("eigw", 0), .. Marks.Entering("vgw", 0),
    ];

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

    /// <summary>A link to a peer VPC: it carries only addresses of the two (compiled in), and marks.</summary>
    public void AddPeer(string id, string device, Vpc peer, int mark)
    {
        _devices[id] = device;
        _crossing.AddRange(Matches.DropOutside($"oifname {device}", "daddr", peer.Cidrs));
        _crossing.AddRange(Matches.DropOutside($"oifname {device}", "saddr", Vpc.Cidrs));
        _marking.AddRange(Marks.Entering(device, mark));
    }

    /// <summary>The device of a gateway endpoint.</summary>
    public string AddWay(string id) => _devices[id] = $"w{_stations++}";

    /// <summary>The device of an attachment to a transit gateway in one of its subnets.</summary>
    public string AddTransit(TransitGatewayAttachment attachment, string subnetId)
    {
        var subnet = _subnets.FindIndex(s => s.Id == subnetId);
        var device = $"s{subnet}-t{_stations++}";
        if (!_transit.TryGetValue(attachment.TransitGatewayId, out var devices))
            _transit[attachment.TransitGatewayId] = devices = [];
        devices.Add((subnet, device));
        if (!attachment.SecurityGroupReferencing)
            _marking.AddRange(Marks.Entering(device, Marks.Silent));
        return device;
    }

    public void Fill()
    {
        AddRules();
        for (var s = 0; s < _subnets.Count; s++)
            if (TableOf(_subnets[s].RouteTableId ?? Vpc.MainRouteTableId) is { } table)
                AddTable(table, FirstTable + s, s);
        if (TableOf(Gateway()?.RouteTableId) is { } edge)
            AddTable(edge, Edge, null);
        foreach (var (id, device) in _devices.Where(d => rules.Get<Element>(d.Key) is NetworkInterface or NatGateway))
            Router.Ip.AddRange(NaiveRules.AddressesOf(rules.Get<Element>(id))
                .Select(a => $"route add {Cidr.Single(a.Private)} dev {device} table {Owners}"));
        AddAcls();
    }

    private void AddRules()
    {
        foreach (var (id, device) in _devices)
            if (rules.Get<Element>(id) is (NetworkInterface or NatGateway) and { } station)
                AddLookup(device, _subnets.FindIndex(s => s.Id == NaiveRules.SubnetOf(station)));
        foreach (var (subnet, device) in _transit.Values.SelectMany(devices => devices))
            AddLookup(device, subnet);
        if (TableOf(Gateway()?.RouteTableId) is not null)
            Router.AddBoth($"rule add pref 10 iif igw lookup {Edge}");
        // What no rule above decides is for an address of the VPC: gateways and peers enter here.
        Router.AddBoth($"rule add pref 100 lookup {Owners}");
        Router.AddBoth("rule del pref 32766");
        Router.Ip.Add("rule del pref 32767");
    }

    private void AddLookup(string device, int subnet)
    {
        var table = TableOf(_subnets[subnet].RouteTableId ?? Vpc.MainRouteTableId);
        Router.AddBoth(
            $"rule add pref 10 iif {device} {(table is null ? "blackhole" : $"lookup {FirstTable + subnet}")}");
    }

    private RouteTable? TableOf(string? id) => _tables.FirstOrDefault(table => table.Id == id);

    private InternetGateway? Gateway() => rules.All<InternetGateway>().FirstOrDefault(g => g.VpcId == Vpc.Id);

    // The kernel takes the longest prefix, then the lowest metric: static, local, prefix list, propagated.
    private void AddTable(RouteTable table, int number, int? subnet)
    {
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
            Router.Ip.Add($"route add {Way(block, target, subnet)} table {number} metric {metric}");
    }

    // From a gateway (no subnet) only addresses and interfaces of the VPC can be reached.
    private string Way(Cidr block, string target, int? subnet)
    {
        if (target == Route.Local)
            return $"throw {block}";
        var device = rules.Get<Element>(target) switch
        {
            NetworkInterface { Functional: true, Attached: true } nic => _devices.GetValueOrDefault(nic.Id),
            _ when subnet is null => null,
            InternetGateway igw when igw.VpcId == Vpc.Id => "igw",
            EgressOnlyInternetGateway eigw when eigw.VpcId == Vpc.Id => "eigw",
            VpnGateway vgw when vgw.VpcId == Vpc.Id => "vgw",
            NatGateway or VpcPeering or VpcEndpoint => _devices.GetValueOrDefault(target),
            TransitGateway => _transit.GetValueOrDefault(target)?
                .FirstOrDefault(d => _subnets[d.Subnet].Zone == _subnets[subnet.Value].Zone).Device,
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
                // To a transit gateway both are asked, even from its own subnet (Transit Gateway guide, "Network
                // ACLs for transit gateways"); the way back from it within the subnet asks none.
                forwarding.Add($"iifname s{s}-* oifname s{s}-t* jump out{s}");
                forwarding.Add($"iifname s{s}-* oifname s{s}-t* jump in{s}");
            }

        chains.Add(forwarding);
        chains.Add(["entering", "type filter hook prerouting priority -150; policy accept;", .. _marking]);
        Router.AddTable("inet acls", [.. chains]);
    }
}
