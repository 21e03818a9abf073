using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class RouteTableTests
{
    [Fact]
    public void A_subnet_has_one_table_of_its_own()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var table = cloud.RouteTable(vpc);
        var association = cloud.Associate(table, subnet);
        var other = cloud.RouteTable(vpc);
        var again = new AssociateRouteTableRequest { RouteTableId = other, SubnetId = subnet };
        Assert.Equal("Resource.AlreadyAssociated", cloud.Refused(new AssociateRouteTable(), again));
        Assert.Equal("DependencyViolation", cloud.Refused(
            new DeleteRouteTable(), new DeleteRouteTableRequest { RouteTableId = table }));

        cloud.Run(
            new DisassociateRouteTable(), new DisassociateRouteTableRequest { AssociationId = association! });
        cloud.Run(new AssociateRouteTable(), again);
        cloud.Run(new DeleteRouteTable(), new DeleteRouteTableRequest { RouteTableId = table });
        Assert.Equal("InvalidRouteTableID.NotFound", cloud.Refused(
            new DescribeRouteTables(), new DescribeRouteTablesRequest { RouteTableIds = [table] }));
    }

    [Fact]
    public void The_main_table_can_be_changed_but_neither_left_nor_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var main = MainOf(cloud, vpc);
        var association = main.Associations![0].RouteTableAssociationId!;
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DisassociateRouteTable(), new DisassociateRouteTableRequest { AssociationId = association }));
        Assert.Equal("DependencyViolation", cloud.Refused(
            new DeleteRouteTable(), new DeleteRouteTableRequest { RouteTableId = main.RouteTableId! }));

        var table = cloud.RouteTable(vpc);
        var replaced = cloud.Run(
            new ReplaceRouteTableAssociation(),
            new ReplaceRouteTableAssociationRequest { AssociationId = association, RouteTableId = table });
        Assert.NotEqual(association, replaced.NewAssociationId);
        Assert.Equal(table, (MainOf(cloud, vpc)).RouteTableId);
        cloud.Run(new DeleteRouteTable(), new DeleteRouteTableRequest { RouteTableId = main.RouteTableId! });
    }

    [Fact]
    public void A_subnet_can_be_moved_from_table_to_table()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var first = cloud.RouteTable(vpc);
        var second = cloud.RouteTable(vpc);
        var association = cloud.Associate(first, subnet);
        var replace = new ReplaceRouteTableAssociationRequest { AssociationId = association!, RouteTableId = second };
        cloud.Run(new ReplaceRouteTableAssociation(), replace);
        var found = cloud.Run(new DescribeRouteTables(), new DescribeRouteTablesRequest
        {
            Filters = [new() { Name = "association.subnet-id", Values = [subnet] }],
        });
        Assert.Equal(second, Assert.Single(found.RouteTables!).RouteTableId);
        Assert.Equal(
            "InvalidAssociationID.NotFound", cloud.Refused(new ReplaceRouteTableAssociation(), replace));
    }

    [Fact]
    public void What_belongs_to_another_vpc_is_refused()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var other = cloud.Vpc("10.1.0.0/16");
        var table = cloud.RouteTable(vpc);
        var stranger = new AssociateRouteTableRequest
        {
            RouteTableId = table, SubnetId = cloud.Subnet(other, "10.1.1.0/24"),
        };
        Assert.Equal("InvalidParameterValue", cloud.Refused(new AssociateRouteTable(), stranger));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new AssociateRouteTable(),
            stranger with { SubnetId = null, GatewayId = cloud.InternetGateway(other) }));
        Assert.Equal("MissingParameter", cloud.Refused(
            new AssociateRouteTable(), stranger with { SubnetId = null }));
    }

    [Fact]
    public void A_gateway_takes_a_table_that_leads_to_interfaces_only()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var subnet = cloud.Subnet(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        var edge = new AssociateRouteTableRequest { RouteTableId = table, GatewayId = gateway };
        Assert.Equal("InvalidParameterValue", cloud.Refused(new AssociateRouteTable(), edge));

        cloud.Run(
            new DeleteRoute(), new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" });
        cloud.Run(new AssociateRouteTable(), edge);
        var eni = cloud.Run(new CreateNetworkInterface(), new CreateNetworkInterfaceRequest { SubnetId = subnet })
            .NetworkInterface!.NetworkInterfaceId!;
        var inward = new CreateRouteRequest
        {
            RouteTableId = table, DestinationCidrBlock = "10.0.1.0/24", NetworkInterfaceId = eni,
        };
        cloud.Run(new CreateRoute(), inward);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateRoute(), inward with { DestinationCidrBlock = "192.0.2.0/24" }));
        Assert.Equal("DependencyViolation", cloud.Refused(
            new DetachInternetGateway(),
            new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc }));
    }

    [Fact]
    public void Propagation_needs_a_gateway_attached_to_the_vpc_and_ends_with_it()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var gateway = cloud.Run(new CreateVpnGateway(), new CreateVpnGatewayRequest { Type = GatewayType.Ipsec1 })
            .VpnGateway!.VpnGatewayId!;
        var enable = new EnableVgwRoutePropagationRequest { RouteTableId = table, GatewayId = gateway };
        Assert.Equal("Gateway.NotAttached", cloud.Refused(new EnableVgwRoutePropagation(), enable));

        cloud.Run(new AttachVpnGateway(), new AttachVpnGatewayRequest { VpnGatewayId = gateway, VpcId = vpc });
        cloud.Run(new EnableVgwRoutePropagation(), enable);
        Assert.Equal(gateway, Assert.Single(cloud.Describe(table).PropagatingVgws!).GatewayId);

        cloud.Run(
            new DisableVgwRoutePropagation(),
            new DisableVgwRoutePropagationRequest { RouteTableId = table, GatewayId = gateway });
        Assert.Empty(cloud.Describe(table).PropagatingVgws!);

        cloud.Run(new EnableVgwRoutePropagation(), enable);
        cloud.Run(new DetachVpnGateway(), new DetachVpnGatewayRequest { VpnGatewayId = gateway, VpcId = vpc });
        Assert.Empty(cloud.Describe(table).PropagatingVgws!);
    }

    [Fact]
    public void A_vpc_has_a_quota_of_tables()
    {
        var cloud = Cloud.New(quotas: ("L-589F43AA", 2));
        var vpc = cloud.Vpc();
        cloud.RouteTable(vpc);
        Assert.Equal("RouteTableLimitExceeded", cloud.Refused(
            new CreateRouteTable(), new CreateRouteTableRequest { VpcId = vpc }));
    }

    private static RouteTable MainOf(Cloud cloud, string vpc)
    {
        var found = cloud.Run(new DescribeRouteTables(), new DescribeRouteTablesRequest
        {
            Filters =
            [
                new() { Name = "vpc-id", Values = [vpc] },
                new() { Name = "association.main", Values = ["true"] },
            ],
        });
        return Assert.Single(found.RouteTables!);
    }
}
