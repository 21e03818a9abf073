using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using static Orrery.Tests.Unit.Engines.Reachability.HubNetwork;
using static Orrery.Tests.Unit.Engines.Reachability.TestNetwork;

namespace Orrery.Tests.Unit.Engines.Reachability;

/// <summary>Transit gateways. Sources: the Transit Gateway guide's pages named in the engine's README.</summary>
public sealed class TransitTests
{
    [Theory]
    [InlineData("eni-dev-a", "eni-prod-a",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-prod rtb-prod sg-prod eni-prod-a")]
    [InlineData("eni-dev-a", "eni-prod-b",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-prod acl-prod rtb-prod acl-prod sg-prod "
        + "eni-prod-b")]
    [InlineData("eni-dev-a", "eni-far-a",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-peer tgw-rtb-2 att-far rtb-far sg-far "
        + "eni-far-a")]
    [InlineData("eni-dev-a", "internet",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-egress acl-egress rtb-egress acl-egress "
        + "nat-egress acl-egress rtb-public igw-egress internet")]
    [InlineData("eni-dev-a", "cgw-t",
        "eni-dev-a sg-dev acl-dev rtb-dev acl-dev att-dev tgw-rtb-1 att-vpn vpn-t cgw-t")]
    [InlineData("192.168.7.7", "eni-prod-a", "cgw-t vpn-t att-vpn tgw-rtb-1 att-prod rtb-prod sg-prod eni-prod-a")]
    public void A_packet_crosses_transit_gateways_by_these_components(string source, string destination, string path)
    {
        var trace = Hub().Tcp(source, destination);
        Assert.Equal(Disposition.Delivered, trace.Disposition);
        Assert.Equal(path, Path(trace.Forward));
    }

    [Fact]
    public void The_reply_from_a_central_nat_gateway_comes_back_by_the_transit_gateway() => Assert.Equal(
        "internet igw-egress acl-egress nat-egress acl-egress rtb-public acl-egress att-egress tgw-rtb-1 att-dev "
        + "rtb-dev sg-dev eni-dev-a",
        Path(Hub().Tcp("eni-dev-a", "internet").Return));

    [Fact]
    public void A_zone_without_a_subnet_of_the_attachment_cannot_send()
    {
        var hub = Hub().ChangeAttachment("att-dev", one => one with { SubnetIds = ["subnet-dev-a"] });
        hub.Tcp("eni-dev-b", "eni-prod-a").EndsAs(Disposition.ZoneNotAttached, "TGW_ROUTE_AZ_RESTRICTION");
        var trace = hub.Tcp("eni-prod-a", "eni-dev-b");
        Assert.True(trace.StoppedOnReturn);
        trace.EndsAs(Disposition.ZoneNotAttached, "TGW_ROUTE_AZ_RESTRICTION");
    }

    // Each row: what is changed, then how a flow from dev to prod ends.
    public static TheoryData<string, Func<Topology, Topology>, Disposition, string> Obstacles() => new()
    {
        { "no attachment", t => t.Without("att-dev"), Disposition.Blackhole, "BAD_STATE_ROUTE" },
        { "no gateway", t => t.Without("tgw-1"), Disposition.Blackhole, "BAD_STATE_ROUTE" },
        {
            "gateway not available", t => t.With(new TransitGateway("tgw-1") { Functional = false }),
            Disposition.NotFunctional, "BAD_STATE_ATTACHMENT"
        },
        {
            "attachment not available", t => t.ChangeAttachment("att-dev", a => a with { Functional = false }),
            Disposition.NotFunctional, "BAD_STATE_ATTACHMENT"
        },
        {
            "no association", t => t.ChangeAttachment("att-dev", a => a with { RouteTableId = null }),
            Disposition.NoRoute, "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"
        },
        {
            "no propagation and no default",
            t => t.With(TransitTable("tgw-rtb-1", "tgw-1"))
                .ChangeAttachment("att-prod", a => a with { PropagatesTo = [] }),
            Disposition.NoRoute, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"
        },
        {
            "a static route decides before a propagated one", t => t.With(TransitTable(
                "tgw-rtb-1", "tgw-1", "10.20.0.0/16 blackhole", "10.10.0.0/16 att-dev")),
            Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE"
        },
        {
            "a longer prefix decides", t => t.With(TransitTable("tgw-rtb-1", "tgw-1", "10.20.1.0/24 blackhole")),
            Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE"
        },
        {
            "a prefix list's route decides before a propagated one",
            t => t.With(new PrefixList("pl-x", Cidr.Parse("10.20.0.0/16")))
                .With(TransitTable("tgw-rtb-1", "tgw-1", "pl-x blackhole")),
            Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE"
        },
        {
            "the route's attachment is gone",
            t => t.With(TransitTable("tgw-rtb-1", "tgw-1", "10.20.0.0/16 att-gone")),
            Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE"
        },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void Obstacles_on_the_way_through_a_transit_gateway(
        string what, Func<Topology, Topology> change, Disposition disposition, string code)
    {
        Assert.NotEmpty(what);
        change(Hub()).Tcp("eni-dev-a", "eni-prod-a").EndsAs(disposition, code);
        Assert.True(Hub().Tcp("eni-dev-a", "eni-prod-a").Reachable);
    }

    [Fact]
    public void A_shorter_prefix_does_not_stop_a_propagated_route() => Assert.True(
        Hub().With(TransitTable("tgw-rtb-1", "tgw-1", "10.0.0.0/8 blackhole"))
            .Tcp("eni-dev-a", "eni-prod-a").Reachable);

    [Fact]
    public void What_propagates_does_not_cross_a_peering() => Hub()
        .With(TransitTable("tgw-rtb-2", "tgw-2")).Tcp("eni-dev-a", "eni-far-a")
        .EndsAs(Disposition.NoRoute, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");

    [Fact]
    public void A_peering_without_an_association_leads_nowhere() => Hub()
        .Change<TransitGatewayPeering>("att-peer", one => one with { AccepterRouteTableId = null })
        .Tcp("eni-dev-a", "eni-far-a")
        .EndsAs(Disposition.NoRoute, "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");

    [Fact]
    public void Two_gateways_that_send_a_packet_to_each_other_are_noticed() => Hub()
        .With(TransitTable("tgw-rtb-1", "tgw-1", "0.0.0.0/0 att-peer"))
        .Tcp("eni-far-a", "10.50.0.1").EndsAs(Disposition.Loop, "NO_PATH");

    [Fact]
    public void Segments_are_kept_apart_by_their_route_tables()
    {
        // Without the blackhole the NAT gateway of the egress VPC would lead on to prod: its VPC is attached too.
        var hub = Hub().With(TransitTable("tgw-rtb-dev", "tgw-1", "0.0.0.0/0 att-egress", "10.0.0.0/8 blackhole"))
            .ChangeAttachment("att-dev", one => one with { RouteTableId = "tgw-rtb-dev" })
            .ChangeAttachment("att-egress", one => one with { PropagatesTo = ["tgw-rtb-dev", "tgw-rtb-1"] });
        hub.Tcp("eni-dev-a", "eni-prod-a").EndsAs(Disposition.Blackhole, "TGW_RTB_BAD_STATE_ROUTE");
        Assert.Contains(
            hub.With(TransitTable("tgw-rtb-dev", "tgw-1", "0.0.0.0/0 att-egress"))
                .Tcp("eni-dev-a", "eni-prod-a").Forward,
            hop => hop.Id == "nat-egress");
        Assert.True(hub.Tcp("eni-dev-a", "internet").Reachable);
        Assert.True(hub.ChangeAttachment("att-prod", one => one with { PropagatesTo = ["tgw-rtb-1", "tgw-rtb-dev"] })
            .Tcp("eni-dev-a", "eni-prod-a").Reachable);
    }

    [Fact]
    public void The_acl_of_the_attachments_subnet_is_asked_as_the_guide_says()
    {
        // "Network ACLs for transit gateways": in the attachment's own subnet, both directions out and none in.
        var closedOut = Acl("acl-x", TrafficDirection.Ingress);
        var closedIn = Acl("acl-x", TrafficDirection.Egress);
        var ofProd = Hub().Change<Subnet>("subnet-prod-a", one => one with { NetworkAclId = "acl-x" });
        Assert.False(ofProd.With(closedOut).Tcp("eni-dev-a", "eni-prod-a").Reachable);
        var there = ofProd.With(closedIn).Tcp("eni-dev-a", "eni-prod-a");
        Assert.Equal((Disposition.DeniedByNetworkAcl, true), (there.Disposition, there.StoppedOnReturn));
    }

    [Theory]
    [InlineData(true, true, Disposition.Delivered, null)]
    [InlineData(true, false, Disposition.DeniedBySecurityGroup, "SG_REFERENCING_SUPPORT")]
    [InlineData(false, true, Disposition.DeniedBySecurityGroup, "SG_REFERENCING_SUPPORT")]
    public void A_rule_may_name_a_group_behind_the_gateway_where_both_attachments_allow_it(
        bool dev, bool prod, Disposition disposition, string? code) => Hub()
        .ChangeAttachment("att-dev", one => one with { SecurityGroupReferencing = dev })
        .ChangeAttachment("att-prod", one => one with { SecurityGroupReferencing = prod })
        .WithRule("sg-prod", TrafficDirection.Ingress, "-1 -1..-1 sg-dev")
        .Tcp("eni-dev-a", "eni-prod-a").EndsAs(disposition, code);

    [Fact]
    public void A_group_behind_the_gateway_cannot_be_named_outbound() => Hub()
        .WithRule("sg-dev", TrafficDirection.Egress, "-1 -1..-1 sg-prod")
        .Tcp("eni-dev-a", "eni-prod-a").EndsAs(Disposition.DeniedBySecurityGroup, "ENI_SG_RULES_MISMATCH");

    [Fact]
    public void Peering_between_vpcs_has_no_transit_gateway_behind_it() => Hub()
        .With(new VpcPeering("pcx-1", "vpc-dev", "vpc-prod"))
        .WithRoutes("rtb-dev", "10.40.0.0/16 pcx-1")
        .Tcp("eni-dev-a", "eni-far-a").EndsAs(Disposition.NotTransitive, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");

    [Theory]
    [InlineData(true, Disposition.Delivered)]
    [InlineData(false, Disposition.DeniedBySecurityGroup)]
    public void In_appliance_mode_both_ways_take_the_same_zone(bool mode, Disposition disposition)
    {
        // An inspection VPC with a firewall a zone; dev in zone a, prod in zone b. The firewalls let in what dev began
        // and nothing else, so a reply that comes to the other firewall is stopped there.
        var hub = Inspected(mode).WithRule("sg-inspect", TrafficDirection.Ingress, "-1 -1..-1 10.10.0.0/16");
        var trace = hub.Tcp("eni-dev-a", "eni-prod-b");
        Assert.Equal(disposition, trace.Disposition);
        Assert.Contains(trace.Forward, hop => hop.Id == "eni-inspect-a");
    }

    private static NetworkAcl Acl(string id, TrafficDirection open) => new(id)
    {
        VpcId = "vpc-prod", Entries = [new(100, open, true, -1, Cidr.AnyV4)],
    };

    private static Topology Inspected(bool mode) => Hub()
        .With(new Vpc("vpc-inspect", Cidr.Parse("10.60.0.0/16")) { Region = "eu-west-1" })
        .With(new SecurityGroup("sg-inspect")
        {
            VpcId = "vpc-inspect", Rules = [RuleOf(TrafficDirection.Egress, "-1 -1..-1 0.0.0.0/0")],
        })
        .With(ZoneTable("a")).With(ZoneTable("b")).With(Zone("a", 1)).With(Zone("b", 2))
        .With(new RouteTable("rtb-fw") { VpcId = "vpc-inspect", Routes = [RouteOf("0.0.0.0/0 tgw-1")] })
        .With(Zone("a", 3) with { Id = "subnet-inspect-fw-a", RouteTableId = "rtb-fw" })
        .With(Zone("b", 4) with { Id = "subnet-inspect-fw-b", RouteTableId = "rtb-fw" })
        .With(Nic("inspect", "fw-a", "eni-inspect-a", "10.60.3.10") with { SourceDestCheck = false })
        .With(Nic("inspect", "fw-b", "eni-inspect-b", "10.60.4.10") with { SourceDestCheck = false })
        .With(new TransitGatewayAttachment("att-inspect")
        {
            VpcId = "vpc-inspect", TransitGatewayId = "tgw-1", RouteTableId = "tgw-rtb-1", ApplianceMode = mode,
            SubnetIds = ["subnet-inspect-a", "subnet-inspect-b"],
        })
        .With(TransitTable("tgw-rtb-spokes", "tgw-1", "0.0.0.0/0 att-inspect"))
        .ChangeAttachment("att-dev", one => one with { RouteTableId = "tgw-rtb-spokes" })
        .ChangeAttachment("att-prod", one => one with { RouteTableId = "tgw-rtb-spokes" });

    private static RouteTable ZoneTable(string zone) => new($"rtb-inspect-{zone}")
    {
        VpcId = "vpc-inspect", Routes = [RouteOf($"0.0.0.0/0 eni-inspect-{zone}")],
    };

    private static Subnet Zone(string zone, int place) => new($"subnet-inspect-{zone}")
    {
        VpcId = "vpc-inspect", Zone = zone, Cidrs = [Cidr.Parse($"10.60.{place}.0/24")],
        RouteTableId = $"rtb-inspect-{zone}",
    };
}
