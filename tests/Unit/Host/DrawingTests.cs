using System.Xml.Linq;
using CsCheck;
using Orrery.Contracts.Maps;
using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Host.Drawing;

namespace Orrery.Tests.Unit.Host;

public sealed class DrawingTests
{
    private static readonly Gen<NetworkMap> Maps =
        from vpcs in Gen.Int[1, 16]
        from hubs in Gen.Int[0, 3]
        from sites in Gen.Int[0, 2]
        from seed in Gen.Int[0, 1000]
        select MapOf(vpcs, hubs, sites, seed);

    [Fact]
    public void Every_resource_is_drawn_once_in_a_picture_that_is_XML() => Maps.Sample(map =>
    {
        var svg = XDocument.Parse(NetworkPainter.Paint("Networks <of> \"me\" & you", map, null));
        var drawn = svg.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(drawn.Distinct(), drawn);
        var plan = new Planner(map, new(map, null)).Make();
        var compact = plan.Vpcs.Where(v => v.IsCompact).Select(v => v.Vpc.Id).ToHashSet();
        var wanted = map.Vpcs.Select(v => v.Id).Concat(map.Hubs.Select(h => h.Id)).Concat(map.Sites.Select(s => s.Id))
            .Concat(plan.Links.Select(l => l.Link.Id))
            .Concat(map.Vpcs.Where(v => !compact.Contains(v.Id)).SelectMany(Inside));
        Assert.Empty(wanted.Except(drawn));
    });

    [Fact]
    public void Nothing_overlaps_and_everything_is_within_what_holds_it() => Maps.Sample(map =>
    {
        var plan = new Planner(map, new(map, null)).Make();
        Apart(plan.Regions.Select(r => r.Box));
        Apart(plan.Vpcs.Select(v => v.Box).Concat(plan.Hubs.Select(h => h.Box)).Concat(plan.Sites.Select(s => s.Box)));
        var picture = new Box(0, 0, plan.Width, plan.Height);
        Assert.All(plan.Regions, r => Assert.True(picture.Contains(r.Box)));
        Assert.All(plan.Sites, s => Assert.True(picture.Contains(s.Box)));
        Assert.All(plan.Links.SelectMany(l => l.Points), p => Assert.True(picture.Contains(new(p.X, p.Y, 0, 0))));
        foreach (var vpc in plan.Vpcs)
        {
            var region = plan.Regions.Single(r => (r.Account, r.Region) == (vpc.Vpc.Account, vpc.Vpc.Region));
            Assert.True(region.Box.Contains(vpc.Box));
            Apart(vpc.Subnets.Select(s => s.Box).Concat(vpc.Chips.Select(c => c.Box)));
            Assert.All(vpc.Subnets, s => Assert.True(vpc.Box.Contains(s.Box)));
            foreach (var subnet in vpc.Subnets)
            {
                Apart(subnet.Rows.Select(r => r.Box));
                Assert.All(subnet.Rows, r => Assert.True(subnet.Box.Contains(r.Box)));
                Assert.Equal(subnet.Subnet.Parts.Count, subnet.Rows.Count + subnet.Hidden);
            }
        }
    });

    [Fact]
    public void Labels_of_links_do_not_overlap() => Maps.Sample(map => Apart(
        new Planner(map, new(map, null)).Make().Links.Where(l => l.Label is not null).Select(l => new Box(
            l.Label!.Value.X, l.Label.Value.Y - Wiring.LabelSize, TextSize.Of(l.Link.Id, Wiring.LabelSize),
            Wiring.LabelSize))));

    [Fact]
    public void The_same_map_gives_the_same_bytes() => Maps.Sample(map => Assert.Equal(
        NetworkPainter.Paint("x", map, null),
        NetworkPainter.Paint("x", map with { Vpcs = [.. map.Vpcs] }, null)));

    [Fact]
    public void A_traced_path_is_lit_and_the_hop_that_refuses_it_is_red_with_its_reason()
    {
        var map = MapOf(3, 0, 0, 1);
        var part = map.Vpcs[1].Subnets[0].Parts[0];
        var trace = new TraceAnswer(
            "a -> b tcp/80", "DeniedBySecurityGroup", "ENI_SG_RULES_MISMATCH",
            [
                new(map.Vpcs[0].Subnets[0].Parts[0].Id, "network-interface", "It sends.", true, null),
                new("sg-1", "security-group", "No rule lets it in.", false, "ENI_SG_RULES_MISMATCH") { Near = part.Id },
            ],
            [],
            Decision.No(Reason.Of("NO", "It does not arrive.", "a")));
        var svg = XDocument.Parse(NetworkPainter.Paint("x", map, trace));
        Assert.Contains("#e8710a", BorderOf(svg, map.Vpcs[0].Subnets[0].Parts[0].Id));
        Assert.Contains("#c92a2a", BorderOf(svg, part.Id));
        Assert.Contains(
            svg.Descendants(), e => e.Value == "No rule lets it in. (ENI_SG_RULES_MISMATCH)");
        var dark = NetworkPainter.Paint("x", map, null);
        Assert.DoesNotContain("#c92a2a", dark);
    }

    [Fact]
    public void Many_networks_are_summarised_and_too_many_are_counted()
    {
        var plan = new Planner(MapOf(30, 1, 0, 3), new(MapOf(30, 1, 0, 3), null)).Make();
        Assert.All(plan.Vpcs, v => Assert.True(v.IsCompact));
        Assert.Equal(30, plan.Vpcs.Count);
        var picture = NetworkPainter.Paint("x", MapOf(500, 1, 0, 3), null);
        Assert.Contains("more VPCs are not drawn", picture);
        Assert.True(picture.Length < 200_000);
    }

    private static string BorderOf(XDocument svg, string id) => svg.Descendants()
        .Single(e => e.Attribute("id")?.Value == id).Descendants().First(e => e.Name.LocalName == "rect")
        .Attribute("stroke")!.Value;

    private static IEnumerable<string> Inside(MapVpc vpc) => vpc.Subnets.Select(s => s.Id)
        .Concat(vpc.Gateways.Select(g => g.Id)).Concat(vpc.Endpoints.Select(e => e.Id))
        .Concat(vpc.Subnets.Where(s => s.Parts.Count <= 6).SelectMany(s => s.Parts).Select(p => p.Id));

    private static void Apart(IEnumerable<Box> boxes)
    {
        var all = boxes.ToList();
        for (var i = 0; i < all.Count; i++)
            for (var j = i + 1; j < all.Count; j++)
                Assert.False(all[i].Overlaps(all[j]), $"{all[i]} overlaps {all[j]}");
    }

    // A map that is given by a few numbers: everything follows from remainders.
    private static NetworkMap MapOf(int vpcs, int hubs, int sites, int seed)
    {
        var networks = Enumerable.Range(0, vpcs).Select(i => VpcOf(i, seed + (i * 7))).ToList();
        var gateways = Enumerable.Range(0, hubs).Select(i => new MapHub($"tgw-{i:x17}", null, "1", Region(i))).ToList();
        var customers = Enumerable.Range(0, sites).Select(i => new MapSite($"cgw-{i:x17}", ["192.168.0.0/16"]))
            .ToList();
        var links = new List<MapLink>();
        var made = 0;
        foreach (var gateway in gateways)
            links.AddRange(networks.Where(v => v.Region == gateway.Region).Select(v =>
                Link("tgw-attach", "transit-gateway-attachment", v.Id, gateway.Id)));
        for (var i = 1; i < gateways.Count; i++)
            links.Add(Link("tgw-attach", "transit-gateway-attachment", gateways[i - 1].Id, gateways[i].Id));
        for (var i = 1; i < Math.Min(vpcs, 13); i++)
            if ((seed + i) % 3 != 0)
                links.Add(Link("pcx", "vpc-peering-connection", networks[i - 1].Id, networks[i * seed % vpcs].Id));
        foreach (var site in customers)
            links.AddRange(networks.Take(12).SelectMany(v => v.Gateways).Where(g => g.Kind == "vpn-gateway").Take(2)
                .Select(g => Link("vpn", "vpn-connection", g.Id, site.Id)));
        return new(networks, gateways, customers, [.. links.Where(l => l.From != l.To)]);

        MapLink Link(string prefix, string kind, string from, string to) =>
            new($"{prefix}-{made++:x17}", kind, from, to, true);
    }

    private static string Region(int i) => i % 3 == 2 ? "us-east-1" : "eu-west-1";

    private static MapVpc VpcOf(int i, int seed)
    {
        var subnets = Enumerable.Range(0, seed % 7).Select(s => new MapSubnet(
            $"subnet-{(i * 100) + s:x17}", s % 2 == 0 ? $"name {s}" : null, $"{Region(i)}{(char)('a' + (s % 3))}",
            ["10.0.0.0/24"], (MapTier)(s % 3), "rtb-1",
            [
                .. Enumerable.Range(0, (seed + s) % 9).Select(p => new MapPart(
                    $"eni-{(i * 10000) + (s * 100) + p:x17}", "network-interface", null, "10.0.0.4", true)),
            ])).ToList();
        if (subnets.Count == 0 || subnets[0].Parts.Count == 0)
            subnets.Insert(0, new(
                $"subnet-{i + 77777:x17}", null, $"{Region(i)}a", ["10.0.9.0/24"], MapTier.Private, "rtb-1",
                [new($"i-{i:x17}", "instance", "web", "10.0.9.4 ⇄ 3.4.5.6", true)]));
        var gateways = new List<MapPart>();
        if (seed % 2 == 0) gateways.Add(new($"igw-{i:x17}", "internet-gateway", null, "", true));
        if (seed % 5 == 0) gateways.Add(new($"eigw-{i:x17}", "egress-only-internet-gateway", null, "", true));
        if (seed % 3 == 0) gateways.Add(new($"vgw-{i:x17}", "vpn-gateway", null, "", true));
        return new(
            $"vpc-{i:x17}", i % 2 == 0 ? $"vpc {i}" : null, "1", Region(i), ["10.0.0.0/16"],
            [.. subnets.OrderBy(s => s.Zone, StringComparer.Ordinal)], gateways,
            [.. Enumerable.Range(0, seed % 4).Select(e => new MapPart(
                $"vpce-{(i * 10) + e:x17}", "vpc-endpoint", null, "s3", true))]);
    }
}
