using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>
/// Route tables: VPC user guide, "How route priority works", "Gateway route tables", "Middlebox routing".
/// </summary>
public sealed class RoutingTests
{
    // Routes of rtb-a-web; which of them decides for 10.1.1.10 (beside the local ones)?
    [Theory]
    [InlineData("0.0.0.0/0 igw-a; 10.1.0.0/16 pcx-ab", "10.1.0.0/16")]
    [InlineData("10.0.0.0/8 igw-a; 10.1.1.0/24 pcx-ab; 10.1.0.0/16 igw-a", "10.1.1.0/24")]
    [InlineData("pl-b pcx-ab; 0.0.0.0/0 igw-a", "pl-b")]
    [InlineData("pl-b igw-a; 10.1.0.0/16 pcx-ab", "10.1.0.0/16")]
    [InlineData("10.1.0.0/16 igw-a propagated; pl-b pcx-ab", "pl-b")]
    [InlineData("10.1.0.0/16 igw-a propagated; 10.1.0.0/16 pcx-ab", "10.1.0.0/16")]
    [InlineData("10.1.1.0/24 pcx-ab propagated; 10.1.0.0/16 igw-a", "10.1.1.0/24")]
    public void The_longest_prefix_decides_then_static_then_prefix_list_then_propagated(string routes, string deciding)
    {
        var trace = Create().WithRoutes("rtb-a-web", routes.Split("; ")).Tcp("eni-a-web", "eni-b");
        var hop = trace.Forward.First(hop => hop.Kind == HopKind.RouteTable);
        Assert.Equal(deciding, hop.Route!.PrefixListId ?? hop.Route.Destination.ToString());
        Assert.Equal("pcx-ab", hop.Route.Target);
        Assert.True(trace.Reachable);
    }

    [Fact]
    public void A_propagated_route_never_takes_traffic_of_the_vpc_itself() =>
        Assert.True(Create().WithRoutes("rtb-a-web", "10.0.2.0/24 igw-a propagated")
            .Tcp("eni-a-web", "eni-a-app").Reachable);

    [Fact]
    public void Without_a_route_there_is_no_way()
    {
        var trace = Create().WithRoutes("rtb-a-web").Tcp("eni-a-web", "eni-b");
        trace.EndsAs(Disposition.NoRoute, "NO_ROUTE_TO_DESTINATION");
    }

    [Fact]
    public void A_subnet_without_a_table_of_its_own_uses_the_main_one()
    {
        var topology = Create().Change<Subnet>("subnet-a-web", subnet => subnet with { RouteTableId = null });
        Assert.Contains("rtb-a ", Path(topology.Tcp("eni-a-web", "eni-b").Forward));
    }

    public static TheoryData<string, Func<Topology, Topology>> Causes() => new()
    {
        { "the connection is deleted", t => t.InState(VpcPeeringState.Deleted) },
        { "it waits for the accepter", t => t.InState(VpcPeeringState.PendingAcceptance) },
        { "it is forgotten", t => t.Without("pcx-ab") },
        {
            "the gateway is detached", t => t.WithRoutes("rtb-a-web", "0.0.0.0/0 igw-a")
                .Change<InternetGateway>("igw-a", gateway => gateway with { VpcId = null })
        },
        {
            "the NAT gateway is deleted", t => t.WithRoutes("rtb-a-web", "0.0.0.0/0 nat-a")
                .Change<NatGateway>("nat-a", nat => nat with { State = NatGatewayState.Deleted })
        },
        {
            "the appliance is stopped", t => t.WithRoutes("rtb-a-web", "0.0.0.0/0 eni-a-fw")
                .Change<NetworkInterface>("eni-a-fw", nic => nic with { Functional = false })
        },
        { "the target is of another VPC", t => t.WithRoutes("rtb-a-web", "0.0.0.0/0 eni-c") },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void A_route_is_a_blackhole_because(string cause, Func<Topology, Topology> change)
    {
        var trace = change(Create()).Tcp("eni-a-web", "eni-b");
        Assert.True((Disposition.Blackhole, "BAD_STATE_ROUTE") == (trace.Disposition, trace.Code), cause);
    }

    [Theory]
    [InlineData("eni-a-app", "internet", "0.0.0.0/0 eni-a-fw",
        "eni-a-app sg-a acl-a rtb-a acl-a sg-a eni-a-fw sg-a acl-a rtb-a-web igw-a")]
    [InlineData("eni-a-app", "eni-a-web", "10.0.1.0/24 eni-a-fw",
        "eni-a-app sg-a acl-a rtb-a acl-a sg-a eni-a-fw sg-a rtb-a-web sg-a eni-a-web")]
    public void An_appliance_is_a_routes_target(string source, string destination, string route, string path)
    {
        var trace = Create().WithRoutes("rtb-a", route).Tcp(source, destination);
        Assert.Equal(path, Path(trace.Forward));
    }

    [Fact]
    public void An_appliance_must_not_check_source_and_destination()
    {
        var trace = Create().WithRoutes("rtb-a", "10.0.1.0/24 eni-a-fw").WithChecking("eni-a-fw")
            .Tcp("eni-a-app", "eni-a-web");
        trace.EndsAs(Disposition.SourceDestCheck, "ENI_SOURCE_DEST_CHECK_RESTRICTION");
    }

    [Fact]
    public void Group_rules_do_not_count_behind_an_appliance()
    {
        var topology = Create().WithRoutes("rtb-a", "10.0.1.0/24 eni-a-fw")
            .WithRule("sg-a", TrafficDirection.Ingress, "-1 -1..-1 sg-a");
        var trace = topology.Tcp("eni-a-app", "eni-a-web");
        trace.EndsAs(Disposition.DeniedBySecurityGroup, "SG_REFERENCES_NOT_PRESERVED");
    }

    [Fact]
    public void Routes_in_a_circle_are_noticed()
    {
        var trace = Create().WithRoutes("rtb-a-web", "10.0.2.0/24 eni-a-fw").Tcp("eni-a-web", "eni-a-app");
        Assert.Equal(Disposition.Loop, trace.Disposition);
    }

    [Fact]
    public void A_gateway_route_table_leads_what_comes_in_through_an_appliance()
    {
        var topology = Create()
            .With(new RouteTable("rtb-edge") { VpcId = "vpc-a", Routes = [RouteOf("10.0.1.0/24 eni-a-fw")] })
            .Change<InternetGateway>("igw-a", gateway => gateway with { RouteTableId = "rtb-edge" });
        var trace = topology.Tcp("internet", "eni-a-web");
        Assert.Equal("internet igw-a rtb-edge acl-a sg-a eni-a-fw sg-a rtb-a-web sg-a eni-a-web", Path(trace.Forward));
    }

    [Theory]
    [InlineData("eni-a-app", "eni-c", Disposition.NoRoute)]
    [InlineData("eni-a-web", "eni-c", Disposition.NotTransitive)]
    [InlineData("eni-c", "eni-a-web", Disposition.NotTransitive)]
    [InlineData("eni-b", "internet", Disposition.NotTransitive)]
    [InlineData("eni-b", "9.9.9.9", Disposition.NotTransitive)]
    [InlineData("eni-a-web", "eni-b", Disposition.Delivered)]
    [InlineData("eni-c", "eni-b", Disposition.Delivered)]
    public void Peering_reaches_the_peer_and_nothing_behind_it(string source, string destination, Disposition end) =>
        Assert.Equal(end, Create().WithRoutes("rtb-a", "0.0.0.0/32 nat-a").Tcp(source, destination).Disposition);

    [Fact]
    public void A_reply_goes_where_the_routes_lead_not_where_the_packet_came_from()
    {
        // VPC peering guide, "Routing for response traffic": a and c have the same block and b knows only one of them.
        var topology = Create().Change<Vpc>("vpc-c", vpc => vpc with { Cidrs = [Cidr.Parse("10.0.0.0/16")] })
            .Change<NetworkInterface>("eni-c", nic => nic with { Addresses = [new(IpAddress.Parse("10.0.1.10"))] });
        var trace = topology.Tcp("eni-c", "eni-b");
        Assert.Equal((Disposition.Misrouted, true), (trace.Disposition, trace.StoppedOnReturn));
        Assert.Equal("eni-a-web", trace.StoppedAt!.Id);
    }

    [Theory]
    [InlineData("internet", "eni-a-app", Disposition.NoPublicAddress, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS")]
    [InlineData("internet", "eni-b", Disposition.NoInternetGateway, "NO_PATH")]
    [InlineData("internet", "203.0.113.200", Disposition.InboundNotAllowed, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-web", "172.16.0.1", Disposition.GatewayRefused, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS")]
    [InlineData("eni-a-web", "100.64.0.1", Disposition.GatewayRefused, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS")]
    [InlineData("eni-a-web", "169.254.170.2", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-web", "127.0.0.1", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-web", "224.0.0.5", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-web", "255.255.255.255", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-web", "fd00:ec2::1", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-app", "fe80::1", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("eni-a-app", "240.0.0.1", Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION")]
    [InlineData("127.0.0.1", "eni-a-web", Disposition.SourceUnknown, "NO_SOURCE_OR_DESTINATION")]
    public void Gateways_refuse_what_they_do_not_serve(string from, string to, Disposition disposition, string code)
    {
        var trace = Create().Tcp(from, to);
        trace.EndsAs(disposition, code);
    }

    [Fact]
    public void An_address_without_a_public_one_cannot_leave_by_an_internet_gateway()
    {
        var trace = Create().WithRoutes("rtb-a", "0.0.0.0/0 igw-a").Tcp("eni-a-app", "internet");
        trace.EndsAs(Disposition.NoPublicAddress, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
    }

    [Fact]
    public void A_private_nat_gateway_does_not_reach_the_internet()
    {
        var inside = new InterfaceAddress(IpAddress.Parse("10.0.1.200"));
        var trace = Create().Change<NatGateway>("nat-a", nat => nat with { Addresses = [inside] })
            .Tcp("eni-a-app", "internet");
        Assert.Equal((Disposition.NoPublicAddress, "igw-a"), (trace.Disposition, trace.StoppedAt!.Id));
    }

    [Fact]
    public void A_nat_gateway_takes_tcp_udp_and_icmp_only()
    {
        var gre = new Flow(FlowEnd.Of("eni-a-app"), FlowEnd.Internet, 47);
        Assert.Equal("PROTOCOL_RESTRICTION", Tracer.Trace(Create(), gre).Code);
        var ping = new Flow(FlowEnd.Of("eni-a-app"), FlowEnd.Internet, IpProtocol.Icmp);
        Assert.True(Tracer.Trace(Create(), ping).Reachable);
    }

    [Fact]
    public void An_egress_only_gateway_lets_nothing_in_that_began_outside()
    {
        var topology = Create().Change<InternetGateway>("igw-a", gateway => gateway with { VpcId = null });
        Assert.Equal(Disposition.InboundNotAllowed, topology.Tcp("internet", "2600:1f14:a00:2::10").Disposition);
    }

    [Fact]
    public void A_reply_through_a_nat_gateway_is_no_reply()
    {
        // An interface with a public address in a subnet that routes outwards through NAT.
        var address = new InterfaceAddress(IpAddress.Parse("10.0.2.10"), IpAddress.Parse("203.0.113.99"));
        var topology = Create().Change<NetworkInterface>("eni-a-app", nic => nic with { Addresses = [address] });
        var trace = topology.Tcp("internet", "eni-a-app");
        trace.EndsAs(Disposition.Misrouted, "NGW_SOURCE_ADDRESS_REASSIGN");
    }
}
