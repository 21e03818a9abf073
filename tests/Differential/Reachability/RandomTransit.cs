using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// Random transit gateways, sites and endpoints over the VPCs of a <see cref="RandomNetwork"/>: one or two gateways
/// that are peered, tables that segment, sites on a gateway or on a VPC.
/// </summary>
internal sealed class RandomTransit(Random random, List<Element> elements, int vpcs)
{
    private bool _two;

    public static string Service => "52.218.0.0/24";

    public void Add()
    {
        _two = Chance(45);
        for (var g = 0; g < (_two ? 2 : 1); g++)
        {
            elements.Add(new TransitGateway($"tgw-{g}") { Functional = Chance(97) });
            for (var t = 0; t < 2; t++)
                elements.Add(new TransitGatewayRouteTable($"tgw-rtb-{g}-{t}")
                {
                    TransitGatewayId = $"tgw-{g}", Routes = [.. Routes(g)],
                });
        }

        for (var v = 0; v < vpcs; v++)
            if (Chance(90))
                elements.Add(Attachment(v));
        if (_two)
            elements.Add(new TransitGatewayPeering("att-peer", "tgw-0", "tgw-1")
            {
                Functional = Chance(93), RequesterRouteTableId = Table(0), AccepterRouteTableId = Table(1),
            });
        elements.Add(new PrefixList("pl-svc", Cidr.Parse(Service), Cidr.Parse("2600:1f68::/40")));
        for (var site = 0; site < 2; site++)
            AddSite(site);
        for (var v = 0; v < vpcs; v++)
            AddEndpoints(v);
    }

    /// <summary>The gateway that a VPC is attached to, if it is.</summary>
    public string GatewayOf(int v) => $"tgw-{(_two && v >= 2 ? 1 : 0)}";

    private TransitGatewayAttachment Attachment(int v)
    {
        var gateway = GatewayOf(v);
        var g = gateway == "tgw-0" ? 0 : 1;
        var zones = elements.OfType<Subnet>().Where(s => s.VpcId == $"vpc-{v}").DistinctBy(s => s.Zone);
        return new TransitGatewayAttachment($"att-{v}")
        {
            VpcId = $"vpc-{v}",
            TransitGatewayId = gateway,
            SubnetIds = [.. zones.Where(_ => Chance(88)).Select(s => s.Id).OrderDescending(StringComparer.Ordinal)],
            ApplianceMode = Chance(35),
            Ipv6 = Chance(75),
            SecurityGroupReferencing = Chance(65),
            Functional = Chance(95),
            RouteTableId = Table(g),
            PropagatesTo = [.. Enumerable.Range(0, 2).Where(_ => Chance(75)).Select(t => $"tgw-rtb-{g}-{t}")],
        };
    }

    private string? Table(int g) => Chance(94) ? $"tgw-rtb-{(Chance(96) ? g : 1 - g)}-{random.Next(2)}" : null;

    private IEnumerable<TransitGatewayRoute> Routes(int g)
    {
        for (var v = 0; v < vpcs; v++)
        {
            if (_two && GatewayOf(v) != $"tgw-{g}" && Chance(85))
            {
                yield return To($"10.{v}.0.0/16", "att-peer");
                yield return To($"2600:1f14:{v}00::/56", "att-peer");
            }

            if (Chance(8))
                yield return To(Pick($"10.{v}.0.0/16", $"10.{v}.0.0/24", $"10.{v}.1.0/24"), Target());
        }

        if (Chance(70))
            yield return To("0.0.0.0/0", Chance(85) ? $"att-{random.Next(vpcs)}" : Target());
        if (Chance(50))
            yield return To("::/0", $"att-{random.Next(vpcs)}");
        if (Chance(20))
            yield return new TransitGatewayRoute(null, Pick("pl-0", "pl-1", "pl-none"), Target());
        if (Chance(50))
            yield return To(
                $"192.168.{random.Next(2)}.0/24", Pick("att-vpn-0", "att-vpn-1", $"att-{random.Next(vpcs)}", Target()));
    }

    private string? Target() => Pick(
        $"att-{random.Next(vpcs)}", $"att-{random.Next(vpcs)}", "att-peer", "att-vpn-0", "att-gone", null);

    private static TransitGatewayRoute To(string block, string? target) => new(Cidr.Parse(block), null, target);

    private void AddSite(int site)
    {
        if (Chance(88))
            elements.Add(new OnPremisesNetwork($"cgw-{site}")
            {
                Cidrs = [Cidr.Parse($"192.168.{site}.0/24"), Cidr.Parse($"2001:db9:{site}::/48")],
            });
        var g = _two ? random.Next(2) : 0;
        if (Chance(60))
        {
            elements.Add(Connection($"vpn-{site}-t", site, null));
            if (Chance(95))
                elements.Add(new TransitGatewayAttachment($"att-vpn-{site}")
                {
                    TransitGatewayId = $"tgw-{g}", VpnConnectionId = $"vpn-{site}-t", Functional = Chance(95),
                    RouteTableId = Table(g), Ipv6 = true,
                    PropagatesTo = [.. Enumerable.Range(0, 2).Where(_ => Chance(75)).Select(t => $"tgw-rtb-{g}-{t}")],
                });
        }

        var home = random.Next(vpcs);
        if (elements.All(e => e.Id != $"vgw-{home}"))
            elements.Add(new VpnGateway($"vgw-{home}") { VpcId = Chance(94) ? $"vpc-{home}" : null });
        if (Chance(80))
            elements.Add(Connection($"vpn-{site}-v", site, $"vgw-{home}"));
        if (Chance(30))
            elements.Add(Connection($"vpn-{site}-w", site, $"vgw-{home}"));
    }

    private VpnConnection Connection(string id, int site, string? gateway) => new(id)
    {
        CustomerGatewayId = $"cgw-{site}", VpnGatewayId = gateway, Up = Chance(88),
        Routes =
        [
            Cidr.Parse(Pick($"192.168.{site}.0/24", $"192.168.{site}.0/24", "192.168.0.0/16", $"192.168.{site}.0/25")),
            Cidr.Parse($"2001:db9:{site}::/48"),
        ],
    };

    private void AddEndpoints(int v)
    {
        if (Chance(60))
            elements.Add(new VpcEndpoint($"vpce-{v}")
            {
                Kind = VpcEndpointKind.Gateway, ServiceName = "s3", PrefixListId = "pl-svc", VpcId = $"vpc-{v}",
                Functional = Chance(94),
            });
        var nics = elements.OfType<NetworkInterface>().Where(n => n.VpcId == $"vpc-{v}").ToList();
        if (Chance(15))
            elements.Add(new VpcEndpoint($"vpce-i{v}")
            {
                Kind = VpcEndpointKind.Interface, ServiceName = "sqs", VpcId = $"vpc-{v}", Functional = Chance(85),
                InterfaceIds = [.. new[] { Pick(nics).Id, Pick(nics).Id, "eni-gone" }.Distinct()],
            });
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
