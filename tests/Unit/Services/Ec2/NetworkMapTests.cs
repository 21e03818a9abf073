using Orrery.Contracts.Maps;
using Orrery.Services.Ec2.Operations.NatGateways;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class NetworkMapTests
{
    [Fact]
    public void How_far_the_internet_is_from_a_subnet_follows_its_routes()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var (inside, outside) = (cloud.Subnet(vpc), cloud.Subnet(vpc, "10.0.0.0/24"));
        var gateway = cloud.InternetGateway(vpc);
        var (open, shut) = (cloud.RouteTable(vpc), cloud.RouteTable(vpc));
        cloud.Associate(open, outside);
        cloud.Associate(shut, inside);
        Assert.Equal((MapTier.Isolated, MapTier.Isolated), (Tier(outside), Tier(inside)));
        cloud.RouteToGateway(open, gateway);
        var nat = cloud.PublicNat(outside, cloud.ElasticIp());
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = shut, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = nat });
        Assert.Equal((MapTier.Public, MapTier.Private), (Tier(outside), Tier(inside)));
        Assert.Contains(Subnet(outside).Parts, p => p.Id == nat);
        Assert.Equal(gateway, Assert.Single(Map(cloud, vpc).Vpcs.Single().Gateways).Id);
        cloud.Run(new DeleteNatGateway(), new() { NatGatewayId = nat });
        Assert.Equal(MapTier.Isolated, Tier(inside));
        cloud.Run(new DeleteRoute(), new() { RouteTableId = open, DestinationCidrBlock = "0.0.0.0/0" });
        cloud.Detach(gateway, vpc);
        Assert.Equal(MapTier.Isolated, Tier(outside));
        Assert.Empty(Map(cloud, vpc).Vpcs.Single().Gateways);

        MapSubnet Subnet(string id) => Map(cloud, vpc).Vpcs.Single().Subnets.Single(s => s.Id == id);
        MapTier Tier(string id) => Subnet(id).Tier;
    }

    [Fact]
    public void A_peering_joins_two_networks_until_it_is_deleted_and_then_as_long_as_routes_name_it()
    {
        var cloud = Cloud.New();
        var (a, b) = (Site.New(cloud, "10.1.0.0/24"), Site.New(cloud, "10.2.0.0/24"));
        var peering = a.Peer(b);
        var near = Map(cloud, a.Vpc);
        Assert.Equal((peering, true), (near.Links.Single().Id, near.Links.Single().Works));
        Assert.Equal([false, true], near.Vpcs.OrderBy(v => v.Id != a.Vpc).Select(v => v.IsFar));
        cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = peering });
        Assert.False(Assert.Single(Map(cloud, a.Vpc).Links).Works);
        foreach (var site in new[] { a, b })
        {
            cloud.Run(new DeleteRoute(), new()
            {
                RouteTableId = site.Table, DestinationCidrBlock = site == a ? b.Cidr : a.Cidr,
            });
        }

        Assert.Empty(Map(cloud, a.Vpc).Links);
    }

    [Fact]
    public void A_map_is_of_the_account_region_and_VPCs_that_are_asked_for()
    {
        var cloud = Cloud.New();
        var (here, there) = (cloud.Vpc(), cloud.In("us-east-1").Vpc());
        Assert.Contains(Ask(cloud, new(null, null, [])).Vpcs, v => v.Id == there);
        Assert.DoesNotContain(Ask(cloud, new(null, "eu-west-1", [])).Vpcs, v => v.Id == there);
        Assert.Empty(Ask(cloud, new("210987654321", null, [])).Vpcs);
        Assert.Equal(here, Assert.Single(Map(cloud, here).Vpcs).Id);
        Assert.Equal(
            "InvalidVpcID.NotFound", Cloud.Refusal(() => Map(cloud, "vpc-00000000000000001")));
    }

    private static NetworkMap Map(Cloud cloud, string vpc) => Ask(cloud, new(null, null, [vpc]));

    private static NetworkMap Ask(Cloud cloud, MapQuestion question) =>
        cloud.Ask(call => call.Port<INetworkMap>().Map(call, question));
}
