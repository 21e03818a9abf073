using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// On-premises networks, each a namespace with a host in each block, and virtual private gateways, each a namespace
/// between a VPC and the sites. A VPN connection that is up is a link; one that is down is none.
/// </summary>
internal sealed class SiteParts(NaiveRules rules, NetworkPlan plan)
{
    private readonly Dictionary<string, NamespacePlan> _sites = [];
    private int _links;

    /// <summary>The hosts of a site.</summary>
    public static IEnumerable<IpAddress> Hosts(OnPremisesNetwork site) => site.Cidrs.Select(block => block.At(9));

    public void AddSites()
    {
        foreach (var site in rules.All<OnPremisesNetwork>())
        {
            _sites[site.Id] = plan.Add(new NamespacePlan(site.Id));
            HostParts.AddAddresses(_sites[site.Id], Hosts(site).Select(host => new InterfaceAddress(host)), "lo");
        }
    }

    /// <summary>Joins a site to the end of its connection. It has one that is up, and sends all by it.</summary>
    public void Connect(VpnConnection connection, NamespacePlan gateway, string device)
    {
        var site = _sites[connection.CustomerGatewayId];
        var own = $"vpn{_links++}";
        plan.Link(gateway, device, site, own);
        site.Ip.Add($"route add 0.0.0.0/0 dev {own}");
        site.Ip.Add($"route add ::/0 dev {own}");
    }

    /// <summary>A VPC's virtual private gateway: out by the longest prefix, then by what is up.</summary>
    public void AddGateway(Vpc vpc, NamespacePlan router)
    {
        if (rules.All<VpnGateway>().FirstOrDefault(g => g.VpcId == vpc.Id) is not { } gateway)
            return;
        var part = plan.Add(new NamespacePlan(gateway.Id) { Forwards4 = true, Forwards6 = true });
        plan.Link(router, "vgw", part, "inside");
        part.AddBoth("rule add pref 10 iif inside lookup 101");
        part.AddBoth("rule add pref 20 lookup 102");
        part.AddBoth("rule del pref 32766");
        part.Ip.Add("route add 0.0.0.0/0 dev inside table 102");
        part.Ip.Add("route add ::/0 dev inside table 102");
        var known = new HashSet<Cidr>();
        foreach (var (i, connection) in rules.All<VpnConnection>().Where(c => c.VpnGatewayId == gateway.Id)
            .OrderByDescending(c => c.Up).ThenBy(c => c.Id, StringComparer.Ordinal).Index())
        {
            if (connection.Up)
                Connect(connection, part, $"c{i}");
            foreach (var block in connection.Routes.Where(known.Add))
                part.Ip.Add($"route add {(connection.Up ? $"{block} dev c{i}" : $"blackhole {block}")} table 101");
        }

        var forwarding = new List<string> { "forwarding", "type filter hook forward priority 0; policy accept;" };
        forwarding.AddRange(Matches.DropOutside("iifname inside", "saddr", OwnedIn(vpc)));
        // What no connection leads to, and the lookup would send back.
        forwarding.Add("iifname inside oifname inside drop");
        part.AddTable("inet filters", forwarding);
    }

    /// <summary>The gateway endpoints of a VPC, each a namespace with a host of the service.</summary>
    public void AddEndpoints(Vpc vpc, VpcParts router)
    {
        foreach (var endpoint in rules.All<VpcEndpoint>()
            .Where(e => e is { Kind: VpcEndpointKind.Gateway, Functional: true } && e.VpcId == vpc.Id))
        {
            var blocks = rules.Get<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [];
            var part = plan.Add(new NamespacePlan(endpoint.Id));
            plan.Link(router.Router, router.AddWay(endpoint.Id), part, "eth0");
            part.Ip.Add("route add 0.0.0.0/0 dev eth0");
            part.Ip.Add("route add ::/0 dev eth0");
            HostParts.AddAddresses(part, GatewayParts.Services.Select(host => new InterfaceAddress(host)), "lo");
            part.AddTable("inet filters", [
                "received", "type filter hook input priority 0; policy accept;", "iifname lo accept",
                "meta l4proto != tcp drop", .. Matches.DropOutside("", "daddr", blocks),
                .. Matches.DropOutside("", "saddr", OwnedIn(vpc)),
            ]);
        }
    }

    private List<Cidr> OwnedIn(Vpc vpc) =>
    [
        .. rules.All<Element>().Where(e => e.VpcId == vpc.Id && e is not NatGateway { State: NatGatewayState.Deleted })
            .SelectMany(NaiveRules.AddressesOf).Select(a => Cidr.Single(a.Private)),
    ];
}
