using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Beside these, <see cref="ProjectionProof"/> holds every operation of every test to what is made anew.
/// </summary>
public sealed class ProjectionTests
{
    [Fact]
    public void A_change_makes_anew_what_it_concerns_and_shares_the_rest()
    {
        var cloud = Cloud.New();
        var (one, other) = (Site.New(cloud, "10.0.0.0/16"), Site.New(cloud, "10.1.0.0/16"));
        var before = cloud.Ask(ReachabilityProjection.Of);
        one.Peer(other);
        var after = cloud.Ask(ReachabilityProjection.Of);
        Assert.NotSame(before.Find(one.Table), after.Find(one.Table));
        Assert.Same(before.Find(one.Subnet), after.Find(one.Subnet));
        Assert.Same(before.Find(other.Interface), after.Find(other.Interface));
        Assert.Equal(before.Count + 1, after.Count);
    }

    [Fact]
    public void A_call_that_writes_sees_the_network_with_what_it_wrote_and_nobody_else_does()
    {
        var cloud = Cloud.New();
        var (one, other) = (Site.New(cloud, "10.0.0.0/16"), Site.New(cloud, "10.1.0.0/16"));
        var peering = one.Ask(other).VpcPeeringConnectionId!;
        int Routes(Topology topology) => topology.Find<RouteTable>(one.Table)!.Routes.Count;
        var (seen, outside) = cloud.Do(call =>
        {
            new CreateRoute().Run(
                new() { RouteTableId = one.Table, DestinationCidrBlock = other.Cidr, VpcPeeringConnectionId = peering },
                call);
            return (Routes(ReachabilityProjection.Of(call)), Routes(cloud.Ask(ReachabilityProjection.Of)));
        });
        Assert.Equal(outside + 1, seen);
        Assert.Equal(seen, Routes(cloud.Ask(ReachabilityProjection.Of)));
    }
}
