using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.TransitGatewayPeering;
using Orrery.Services.Ec2.Projections;
using Orrery.Wire.Generated.Ec2;
using Attachment = Orrery.Engines.Reachability.Model.TransitGatewayAttachment;
using PeeringElement = Orrery.Engines.Reachability.Model.TransitGatewayPeering;
using RouteTable = Orrery.Engines.Reachability.Model.TransitGatewayRouteTable;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Routes of a VPC's own tables to a transit gateway.</summary>
public sealed class TransitTargetTests
{
    [Fact]
    public void A_route_to_a_gateway_needs_an_attachment_of_its_vpc_and_is_a_blackhole_without()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var create = new CreateRouteRequest
        {
            RouteTableId = table, DestinationCidrBlock = "10.0.0.0/8", TransitGatewayId = gateway,
        };
        cloud.Spoke(gateway, "10.1.0.0/16");
        Assert.Equal("InvalidTransitGatewayID.NotFound", cloud.Refused(new CreateRoute(), create));
        var id = cloud.AttachTo(gateway, vpc, cloud.Subnet(vpc));
        cloud.Run(new CreateRoute(), create);
        var route = cloud.Route(table, "10.0.0.0/8");
        Assert.Equal((gateway, RouteState.Active), (route.TransitGatewayId, route.State));
        Assert.Equal(table, Assert.Single(cloud.Run(new DescribeRouteTables(), new()
        {
            Filters = [new() { Name = "route.transit-gateway-id", Values = [gateway] }],
        }).RouteTables!).RouteTableId);

        cloud.DetachFrom(id);
        Assert.Equal(RouteState.Blackhole, cloud.State(table, "10.0.0.0/8"));
        Assert.Equal("InvalidTransitGatewayID.NotFound", cloud.Refused(
            new ReplaceRoute(),
            new() { RouteTableId = table, DestinationCidrBlock = "10.0.0.0/8", TransitGatewayId = gateway }));
        cloud.AttachTo(gateway, vpc, cloud.Subnet(vpc, "10.0.2.0/24"));
        Assert.Equal(RouteState.Active, cloud.State(table, "10.0.0.0/8"));
    }

    [Fact]
    public void Two_vpcs_of_a_hub_reach_one_another_until_one_leaves_it()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var (one, other) = (Site.New(cloud, "10.0.0.0/16"), Site.New(cloud, "10.1.0.0/16"));
        cloud.AttachTo(gateway, one.Vpc, one.Subnet);
        var leaving = cloud.AttachTo(gateway, other.Vpc, other.Subnet);
        foreach (var (from, to) in new[] { (one, other), (other, one) })
            cloud.Run(new CreateRoute(), new()
            {
                RouteTableId = from.Table, DestinationCidrBlock = to.Cidr, TransitGatewayId = gateway,
            });
        var topology = cloud.Ask(ReachabilityProjection.Of);
        var attachment = topology.Find<Attachment>(leaving)!;
        Assert.Equal((gateway, other.Vpc), (attachment.TransitGatewayId, attachment.VpcId));
        Assert.True(attachment.Functional);
        Assert.Equal([other.Subnet], attachment.SubnetIds);
        Assert.Equal([attachment.RouteTableId!], attachment.PropagatesTo);
        Assert.NotNull(topology.Find<RouteTable>(attachment.RouteTableId!));
        cloud.DetachFrom(leaving);
        Assert.Null(cloud.Ask(ReachabilityProjection.Of).Find<Attachment>(leaving));
    }

    [Fact]
    public void A_peering_within_one_region_is_one_element_which_both_sides_routes_name()
    {
        var cloud = Cloud.New();
        var (one, other) = (cloud.Gateway(), cloud.Gateway());
        var id = cloud.AskFor(one, other).TransitGatewayAttachmentId!;
        cloud.Accept(id);
        var twin = Peering(cloud).AccepterTransitGatewayAttachmentId!;
        var table = cloud.TransitGateway(other).Options!.AssociationDefaultRouteTableId!;
        cloud.Route(table, "10.0.0.0/8", twin);
        var topology = cloud.Ask(ReachabilityProjection.Of);
        Assert.Null(topology.Find(twin));
        var element = topology.Find<Element>(id) as PeeringElement;
        Assert.Equal((one, other, true), (element!.RequesterId, element.AccepterId, element.Functional));
        Assert.Equal(table, element.AccepterRouteTableId);
        Assert.Equal(id, Assert.Single(topology.Find<RouteTable>(table)!.Routes).AttachmentId);
        cloud.EndPeering(twin);
        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(cloud.Ask(ReachabilityProjection.Of).Find(id));
    }

    private static TransitGatewayPeeringAttachment Peering(Cloud cloud) =>
        Assert.Single(cloud.Run(
            new DescribeTransitGatewayPeeringAttachments(), new()).TransitGatewayPeeringAttachments!);
}
