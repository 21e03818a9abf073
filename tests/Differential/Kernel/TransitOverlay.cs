using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// Lays transit gateways over a random network: attachments, tables, routes of both kinds; often with one VPC as the
/// way to the internet for the others. Everything follows from the seed.
/// </summary>
internal sealed class TransitOverlay(Topology topology, int seed)
{
    private readonly Random _random = new(seed);
    private Topology _topology = topology;
    private int _gateways;

    // In an orderly network nearly all is as a user would want it, so that flows get through.
    private bool _orderly;

    public Topology Make()
    {
        _orderly = Chance(60);
        _gateways = Chance(35) ? 2 : 1;
        var vpcs = All<Vpc>();
        foreach (var subnet in All<Subnet>())
            Put(subnet with { Zone = Chance(_orderly ? 75 : 50) ? "a" : "b" });
        for (var g = 0; g < _gateways; g++)
            AddGateway(g);
        for (var v = 0; v < vpcs.Count; v++)
            if (Chance(90))
                Attach(vpcs[v], v % _gateways);
        for (var g = 0; g < _gateways; g++)
            AddTables(g);
        if (_gateways == 2)
            Put(new TransitGatewayPeering("tgp-0", "tgw-0", "tgw-1")
            {
                Functional = Chance(92), RequesterRouteTableId = Table(0), AccepterRouteTableId = Table(1),
            });
        foreach (var vpc in vpcs)
            Lead(vpc);
        if (Chance(65))
            Centralize();
        if (_orderly)
            Open();
        foreach (var vpc in vpcs.Where(_ => Chance(40)))
            Guard(vpc);
        return _topology;
    }

    // Groups that let in what is asked for, so that routes decide.
    private void Open()
    {
        foreach (var group in All<SecurityGroup>().Where(_ => Chance(60)))
            Put(group with
            {
                Rules =
                [
                    .. group.Rules,
                    .. from direction in new[] { TrafficDirection.Ingress, TrafficDirection.Egress }
                       from block in new[] { Cidr.AnyV4, Cidr.AnyV6 }
                       select new SecurityGroupRule("", direction, -1, PortRange.All) { Cidr = block },
                ],
            });
    }

    private void AddGateway(int g) => Put(new TransitGateway($"tgw-{g}") { Functional = Chance(97) });

    private void Attach(Vpc vpc, int g)
    {
        var subnets = All<Subnet>().Where(s => s.VpcId == vpc.Id).OrderBy(_ => _random.Next())
            .DistinctBy(s => s.Zone).ToList();
        Put(new TransitGatewayAttachment($"tga-{vpc.Id}")
        {
            VpcId = vpc.Id,
            TransitGatewayId = $"tgw-{g}",
            SubnetIds = [.. (Chance(_orderly ? 95 : 70) ? subnets : subnets.Take(1)).Select(s => s.Id)],
            Ipv6 = Chance(80),
            SecurityGroupReferencing = Chance(65),
            Functional = Chance(95),
            ApplianceMode = Chance(25) && !All<TransitGatewayAttachment>().Any(a => a.ApplianceMode),
            RouteTableId = Chance(_orderly ? 98 : 90) ? Table(g) : null,
            PropagatesTo = [.. Tables(g).Where(_ => Chance(_orderly ? 92 : 60))],
        });
    }

    // An ACL that is open but for a few holes, at the border where transit gateways come in.
    private void Guard(Vpc vpc)
    {
        var both = new[] { TrafficDirection.Ingress, TrafficDirection.Egress };
        var entries = both.SelectMany(direction => new NetworkAclEntry[]
        {
            new(100, direction, true, -1, Cidr.AnyV4), new(101, direction, true, -1, Cidr.AnyV6),
        }).ToList();
        for (var hole = _random.Next(1, 4); hole > 0; hole--)
            entries.Add(new NetworkAclEntry(hole, Pick(both), false, Pick(-1, 6, 17), AnyBlock())
            {
                Ports = Pick(PortRange.All, PortRange.Only(Pick(KernelFlows.Services)), new PortRange(1024, 65535)),
            });
        Put(new NetworkAcl($"acl-{vpc.Id}-holes") { VpcId = vpc.Id, Entries = entries });
        foreach (var id in _topology.Find<TransitGatewayAttachment>($"tga-{vpc.Id}")?.SubnetIds ?? [])
            Put(_topology.Find<Subnet>(id)! with { NetworkAclId = $"acl-{vpc.Id}-holes" });
    }

    private void AddTables(int g)
    {
        foreach (var id in Tables(g))
        {
            var routes = new List<TransitGatewayRoute>();
            var own = All<TransitGatewayAttachment>().Where(a => a.TransitGatewayId == $"tgw-{g}").ToList();
            for (var count = _random.Next(_orderly ? 2 : 5); count > 0; count--)
                routes.Add(
                    new TransitGatewayRoute(AnyBlock(), null, Chance(25) || own.Count == 0 ? null : Pick(own).Id));
            // Static routes to what attachments propagate too: they decide, wherever they lead.
            foreach (var block in own.SelectMany(a => _topology.Find<Vpc>(a.VpcId)!.Cidrs).Where(_ => Chance(15)))
                routes.Add(new TransitGatewayRoute(block, null, Chance(40) ? null : Pick(own).Id));
            if (_gateways == 2)
                foreach (var other in All<TransitGatewayAttachment>().Where(a => a.TransitGatewayId != $"tgw-{g}"))
                    foreach (var block in _topology.Find<Vpc>(other.VpcId)!.Cidrs.Where(_ => Chance(90)))
                        routes.Add(new TransitGatewayRoute(block, null, "tgp-0"));
            if (own.Count > 0 && Chance(20))
                routes.Add(new TransitGatewayRoute(null, Pick("pl-0", "pl-1"), Chance(20) ? null : Pick(own).Id));
            Put(new TransitGatewayRouteTable(id) { TransitGatewayId = $"tgw-{g}", Routes = routes });
        }
    }

    // The VPC's own tables lead to the transit gateway, for the blocks of others or for whatever is private.
    private void Lead(Vpc vpc)
    {
        var gateway = _topology.Find<TransitGatewayAttachment>($"tga-{vpc.Id}")?.TransitGatewayId ?? "tgw-0";
        foreach (var table in All<RouteTable>().Where(t => t.VpcId == vpc.Id && !IsEdge(t)))
        {
            var routes = table.Routes.Select(route =>
                route.Destination is { PrefixLength: > 0 } block && !vpc.Cidrs.Any(own => own.Contains(block))
                && Chance(_orderly ? 90 : 55)
                    ? route with { Target = gateway }
                    : route).ToList();
            if (Chance(40))
                routes.Add(Route.To(Cidr.Parse("10.0.0.0/8"), gateway));
            Put(table with { Routes = routes });
        }
    }

    // One VPC with a NAT gateway is the others' way out (Transit Gateway guide, "Centralized outbound routing").
    private void Centralize()
    {
        var candidates = All<NatGateway>().Where(n => n.State == NatGatewayState.Available
            && _topology.Find<TransitGatewayAttachment>($"tga-{n.VpcId}") is not null
            && All<InternetGateway>().Any(g => g.VpcId == n.VpcId)
            && n.Addresses[0].Public is not null).ToList();
        if (candidates.Count == 0)
            return;
        var nat = Pick(candidates);
        var attachment = _topology.Find<TransitGatewayAttachment>($"tga-{nat.VpcId}")!;
        var gateway = attachment.TransitGatewayId;
        var subnets = All<Subnet>().Where(s => s.VpcId == nat.VpcId).ToList();
        foreach (var subnet in subnets)
            Put(subnet with { RouteTableId = subnet.Id == nat.SubnetId ? "rtb-public" : "rtb-private" });
        var igw = All<InternetGateway>().First(g => g.VpcId == nat.VpcId);
        Put(new RouteTable("rtb-public")
        {
            VpcId = nat.VpcId,
            Routes = [Route.To(Cidr.AnyV4, igw.Id), Route.To(Cidr.Parse("10.0.0.0/8"), gateway)],
        });
        Put(new RouteTable("rtb-private")
        {
            VpcId = nat.VpcId,
            Routes = [Route.To(Cidr.AnyV4, nat.Id), Route.To(Cidr.Parse("10.0.0.0/8"), gateway)],
        });
        if (subnets.FirstOrDefault(s => s.Id != nat.SubnetId) is { } inner)
            Put(attachment with { SubnetIds = [inner.Id] });
        foreach (var table in All<TransitGatewayRouteTable>().Where(t => t.TransitGatewayId == gateway))
            Put(table with
            {
                Routes = [.. table.Routes, new TransitGatewayRoute(Cidr.AnyV4, null, attachment.Id)],
            });
        foreach (var table in All<RouteTable>().Where(t => t.VpcId != nat.VpcId && !IsEdge(t) && Chance(70)))
            if (_topology.Find<TransitGatewayAttachment>($"tga-{table.VpcId}") is { } spoke)
                Put(table with
                {
                    Routes =
                    [
                        .. table.Routes.Where(r => r.Destination != Cidr.AnyV4),
                        Route.To(Cidr.AnyV4, spoke.TransitGatewayId),
                    ],
                });
    }

    private static bool IsEdge(RouteTable table) => table.Id.EndsWith("edge", StringComparison.Ordinal);

    private Cidr AnyBlock() => Cidr.Parse(Pick(
        $"10.{_random.Next(4)}.0.0/16", $"10.{_random.Next(4)}.{_random.Next(3)}.0/24", "10.0.0.0/8", "0.0.0.0/0",
        "::/0", $"2600:1f14:{_random.Next(4)}00::/56", $"10.{_random.Next(4)}.0.10/32"));

    private IEnumerable<string> Tables(int g) => Enumerable.Range(0, _orderly ? 1 : 2).Select(t => $"tgw-rtb-{g}-{t}");

    private string Table(int g) => Pick(Tables(g).ToList());

    private List<TElement> All<TElement>()
        where TElement : Element =>
        [.. _topology.Elements.OfType<TElement>().OrderBy(e => e.Id, StringComparer.Ordinal)];

    private void Put(Element element) => _topology = _topology.With(element);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
