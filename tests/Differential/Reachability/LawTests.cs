using CsCheck;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Remedying;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

public sealed class LawTests(ITestOutputHelper output)
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void A_security_group_that_let_the_packet_pass_never_stops_the_reply() => ForEachFlow(400, (_, trace) =>
    {
        if (trace is { StoppedOnReturn: true, Disposition: Disposition.DeniedBySecurityGroup })
            Assert.DoesNotContain(trace.Forward, hop => hop.InterfaceId == trace.StoppedAt!.InterfaceId);
        Assert.All(
            trace.Return.Where(hop => hop.Kind == HopKind.SecurityGroup && hop.Action != HopAction.Track),
            hop => Assert.DoesNotContain(trace.Forward, there => there.InterfaceId == hop.InterfaceId));
    });

    [Fact]
    public void Peering_is_not_transitive_and_has_no_edge_behind_it() => ForEachFlow(400, (topology, trace) =>
    {
        foreach (var way in new[] { trace.Forward, trace.Return })
            for (var i = 0; i < way.Count; i++)
            {
                if (way[i].Kind != HopKind.VpcPeering)
                    continue;
                var peer = topology.Find<VpcPeering>(way[i].Id)!.PeerOf(way[i].VpcId!);
                Assert.DoesNotContain(way.Skip(i + 1), hop => hop.VpcId != peer
                    || hop.Kind is HopKind.VpcPeering or HopKind.InternetGateway or HopKind.EgressOnlyInternetGateway);
            }
    });

    [Fact]
    public void What_is_propagated_never_leads_over_a_peering_between_transit_gateways() => ForEachFlow(
        400, (_, trace) =>
        {
            foreach (var way in new[] { trace.Forward, trace.Return })
                for (var i = 1; i < way.Count; i++)
                    if (way[i].Kind == HopKind.TransitGatewayPeering)
                        Assert.False(way[i - 1].Propagated);
        });

    [Fact]
    public void A_transit_gateway_leads_only_where_the_table_of_the_attachment_says() => ForEachFlow(
        250, (topology, trace) =>
        {
            // Each way through a table is one that begins at an attachment with that table; without its routes none is.
            foreach (var table in topology.Elements.OfType<TransitGatewayRouteTable>())
            {
                var empty = topology.Elements.OfType<TransitGatewayAttachment>().Aggregate(
                    topology.With(table with { Routes = [] }),
                    (all, one) => all.With(one with
                    {
                        PropagatesTo = [.. one.PropagatesTo.Where(id => id != table.Id)],
                    }));
                var way = Tracer.Trace(empty, trace.Flow);
                Assert.All(
                    way.Forward.Concat(way.Return).Where(hop => hop.Id == table.Id),
                    hop => Assert.Equal(HopAction.Drop, hop.Action));
            }
        });

    [Fact]
    public void Taking_away_an_allowance_never_opens_a_way() => ForEachFlow(250, (topology, trace) =>
    {
        if (trace.Reachable)
            return;
        foreach (var poorer in WithoutOneAllowance(topology).Take(25))
            Assert.False(Tracer.Trace(poorer, trace.Flow).Reachable, trace.Flow.ToString());
    });

    [Fact]
    public void What_is_changed_step_by_step_equals_what_is_built_at_once() => Seeds.Sample(
        seed =>
        {
            var network = new RandomNetwork(seed);
            var whole = network.Topology();
            var other = new RandomNetwork(seed + 1).Topology();
            // Warm the lookups that must then be renewed.
            for (var i = 0; i < 5; i++)
                Tracer.Trace(other, network.Flow());
            var grown = other;
            foreach (var element in other.Elements)
                grown = grown.Without(element.Id);
            foreach (var element in whole.Elements.OrderByDescending(e => e.Id, StringComparer.Ordinal))
                grown = grown.With(element);
            for (var i = 0; i < 10; i++)
            {
                var flow = network.Flow();
                var (a, b) = (Tracer.Trace(whole, flow), Tracer.Trace(grown, flow));
                Assert.Equal((a.Disposition, a.Code), (b.Disposition, b.Code));
                Assert.Equal(a.Forward.Concat(a.Return), b.Forward.Concat(b.Return));
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void Every_remedy_works_and_nothing_in_it_is_needless()
    {
        var blocked = new SortedDictionary<Disposition, (int Blocked, int Remedied)>();
        var changes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 150; seed++)
        {
            var network = new RandomNetwork(seed);
            var topology = network.Topology();
            for (var i = 0; i < 6; i++)
            {
                var trace = Tracer.Trace(topology, network.Flow(), TraceOptions.WithRemedies);
                if (trace.Reachable)
                    continue;
                var (all, remedied) = blocked.GetValueOrDefault(trace.Disposition);
                blocked[trace.Disposition] = (all + 1, remedied + (trace.Remedies.Count > 0 ? 1 : 0));
                foreach (var remedy in trace.Remedies)
                    Check(topology, trace, remedy);
                foreach (var change in trace.Remedies.SelectMany(remedy => remedy.Changes))
                    changes[change.Action] = changes.GetValueOrDefault(change.Action) + 1;
            }
        }

        foreach (var (disposition, (all, remedied)) in blocked)
            output.WriteLine($"{disposition,-22} {all,5} blocked {remedied,5} remedied");
        foreach (var (action, count) in changes)
            output.WriteLine($"{action,-36} {count,5}");
        string[] actions =
        [
            "AcceptVpcPeeringConnection", "AllocateAddress", "AssociateAddress", "AssociateTransitGatewayRouteTable",
            "AttachInternetGateway", "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress",
            "CreateInternetGateway", "CreateNetworkAclEntry", "CreateRoute", "CreateTransitGatewayRoute",
            "CreateVpcPeeringConnection", "DeleteNetworkAclEntry", "DeleteRoute", "DeleteTransitGatewayRoute",
            "EnableTransitGatewayRouteTablePropagation", "ModifyNetworkInterfaceAttribute",
            "ModifyTransitGatewayVpcAttachment", "ReplaceRoute", "ReplaceTransitGatewayRoute",
        ];
        Assert.Equal(actions.Select(action => $"ec2:{action}"), changes.Keys);
        Assert.All(
            [
                Disposition.DeniedBySecurityGroup, Disposition.DeniedByNetworkAcl, Disposition.NoRoute,
                Disposition.Blackhole,
            ],
            disposition => Assert.True(blocked[disposition].Remedied * 10 > blocked[disposition].Blocked * 7));
    }

    [Fact]
    public void Canary_a_wrong_engine_would_be_noticed()
    {
        var differences = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var network = new RandomNetwork(seed);
            var topology = network.Topology();
            // An engine that forgot the network ACLs.
            var wrong = topology.Elements.OfType<Subnet>().Aggregate(
                topology, (all, subnet) => all.With(subnet with { NetworkAclId = null }));
            for (var i = 0; i < 12; i++)
            {
                var flow = network.Flow();
                if (Tracer.Trace(wrong, flow).Disposition != NaiveTracer.Trace(topology, flow).Disposition)
                    differences++;
            }
        }

        Assert.True(differences > 0);
    }

    private static void Check(Topology topology, Trace trace, Remedy remedy)
    {
        Assert.True(
            Tracer.Trace(Hypothesis.Apply(topology, remedy.Changes), trace.Flow).Reachable,
            $"{trace.Flow}: {remedy.Text}");
        Assert.True(
            NaiveTracer.Trace(Hypothesis.Apply(topology, remedy.Changes), trace.Flow).Reachable,
            $"The twin does not believe it: {trace.Flow}: {remedy.Text}");
        foreach (var change in remedy.Changes)
        {
            try
            {
                var without = Hypothesis.Apply(topology, remedy.Changes.Where(other => other != change));
                Assert.False(
                    Tracer.Trace(without, trace.Flow).Reachable,
                    $"{trace.Flow}: {remedy.Text} needs no {change.Action} {change.Subject}");
            }
            catch (ArgumentException)
            {
                // The rest cannot even be made without it.
            }
        }
    }

    private static IEnumerable<Topology> WithoutOneAllowance(Topology topology)
    {
        foreach (var group in topology.Elements.OfType<SecurityGroup>())
            foreach (var rule in group.Rules)
                yield return topology.With(group with { Rules = [.. group.Rules.Where(other => other != rule)] });
        foreach (var acl in topology.Elements.OfType<NetworkAcl>())
            foreach (var entry in acl.Entries.Where(entry => entry.Allow))
                yield return topology.With(acl with { Entries = [.. acl.Entries.Where(other => other != entry)] });
        foreach (var one in topology.Elements.OfType<TransitGatewayAttachment>())
        {
            yield return topology.With(one with { SecurityGroupReferencing = false });
            if (one.RouteTableId is not null)
                yield return topology.With(one with { RouteTableId = null });
        }
    }

    private static void ForEachFlow(int networks, Action<Topology, Trace> check) => Seeds.Sample(
        seed =>
        {
            var network = new RandomNetwork(seed);
            var topology = network.Topology();
            for (var i = 0; i < 8; i++)
                check(topology, Tracer.Trace(topology, network.Flow()));
        },
        iter: networks, threads: 1);
}
