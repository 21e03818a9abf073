using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class PeeringTests
{
    [Fact]
    public void Peered_neighbours_reach_each_other_and_no_further()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var c = Site.New(cloud, "10.3.0.0/24");
        var ab = a.Peer(b);
        b.Peer(c);
        var there = a.Trace(b);
        Assert.True(there.Decision.Allowed);
        Assert.Contains(there.Forward, h => h.Component == ab && h.Kind == "vpc-peering-connection" && h.Passed);
        Assert.NotEmpty(there.Return);

        // C is two peerings away: routes alone do not make A-B-C a way.
        Assert.Equal(("NoRoute", "NO_ROUTE_TO_DESTINATION"), (a.Trace(c).Disposition, a.Trace(c).Code));
        a.Route(c.Cidr, ab);
        var refused = a.Trace(c);
        Assert.Equal(("NotTransitive", "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"), (refused.Disposition, refused.Code));
        Assert.Contains("transit", refused.Decision.Root.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ab, refused.Forward[^1].Component);
    }

    [Fact]
    public void Peering_crosses_regions()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud.In("us-east-1"), "10.2.0.0/24"));
        a.Peer(b, "us-east-1");
        Assert.True(a.Trace(b).Decision.Allowed);
        Assert.True(b.Trace(a).Decision.Allowed);
    }

    [Fact]
    public void Without_a_route_back_the_reply_is_lost_until_there_is_one()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var id = a.Ask(b).VpcPeeringConnectionId!;
        b.Cloud.Run(new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
        a.Route(b.Cidr, id);
        var oneSided = a.Trace(b, remedies: true);
        Assert.Equal("NO_ROUTE_TO_DESTINATION", oneSided.Code);
        Assert.All(oneSided.Forward, hop => Assert.True(hop.Passed));
        Assert.Equal(b.Table, oneSided.Return[^1].Component);
        var remedy = oneSided.Decision.Remedies.SelectMany(r => r.Changes).First();
        Assert.Equal(("ec2:CreateRoute", b.Table), (remedy.Action, remedy.Subject));
        b.Route(a.Cidr, id);
        Assert.True(a.Trace(b).Decision.Allowed);
    }

    [Fact]
    public void Only_the_port_that_the_group_allows_passes_and_no_port_named_means_all()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        a.Peer(b);
        Assert.Equal("ENI_SG_RULES_MISMATCH", a.Trace(b, 80).Code);
        Assert.Equal("ENI_SG_RULES_MISMATCH", a.Trace(b, null).Code);
    }

    [Fact]
    public void Deleting_the_peering_turns_its_routes_into_blackholes()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var id = a.Peer(b);
        Assert.Equal(RouteState.Active, a.RouteTo(b.Cidr));
        b.Cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
        Assert.Equal((Code.Deleted, RouteState.Blackhole), (a.StateOf(id), a.RouteTo(b.Cidr)));
        Assert.Equal(("Blackhole", "BAD_STATE_ROUTE"), (a.Trace(b).Disposition, a.Trace(b).Code));
        var why = cloud.Ask(call => call.Port<IExplainer>().Explain(call, a.Table)).Decision;
        Assert.False(why.Allowed);
        Assert.Contains(why.Root.Because, r => r.Code == "ROUTE_BLACKHOLE" && r.Because[0].Text.Contains("deleted"));

        cloud.Advance(TimeSpan.FromDays(2));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", Cloud.Refusal(() => a.StateOf(id)));
        Assert.Equal(RouteState.Blackhole, a.RouteTo(b.Cidr));
    }

    [Fact]
    public void Only_the_accepter_in_its_own_region_accepts()
    {
        var cloud = Cloud.New();
        var there = cloud.In("us-east-1");
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(there, "10.2.0.0/24"));
        var id = a.Ask(b, "us-east-1").VpcPeeringConnectionId!;
        Assert.Equal(Code.PendingAcceptance, b.StateOf(id));
        Assert.Equal("OperationNotPermitted", Cloud.Refusal(() => Accept(cloud, id)));
        Accept(there, id);
        Assert.Equal(Code.Active, a.StateOf(id));
        Assert.Equal("InvalidStateTransition", Cloud.Refusal(() => Accept(there, id)));
    }

    [Fact]
    public void Overlapping_blocks_fail_and_another_pair_still_works()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.1.0.0/25"));
        var failed = a.Ask(b);
        Assert.Equal(Code.Failed, failed.Status!.Code);
        Assert.Equal(
            "InvalidStateTransition", Cloud.Refusal(() => Accept(cloud, failed.VpcPeeringConnectionId!)));
        var why = cloud.Ask(call => call.Port<IExplainer>().Explain(call, failed.VpcPeeringConnectionId!)).Decision;
        Assert.Contains(why.Root.Because, r => r.Code == "CIDR_OVERLAP");
        Assert.Equal(Code.InitiatingRequest, a.Ask(Site.New(cloud, "10.2.0.0/24")).Status!.Code);
    }

    [Fact]
    public void A_request_expires_after_seven_days_and_can_be_made_again()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var id = a.Ask(b).VpcPeeringConnectionId!;
        cloud.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(Code.PendingAcceptance, a.StateOf(id));
        Assert.Equal("VpcPeeringConnectionAlreadyExists", Cloud.Refusal(() => a.Ask(b)));
        cloud.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Code.Expired, a.StateOf(id));
        Assert.Equal("InvalidStateTransition", Cloud.Refusal(() => Accept(cloud, id)));
        Accept(cloud, a.Ask(b).VpcPeeringConnectionId!);
    }

    private static AcceptVpcPeeringConnectionResult Accept(Cloud cloud, string id) =>
        cloud.Run(new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
}
