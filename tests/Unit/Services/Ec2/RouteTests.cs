using Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;
using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.PrefixLists;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class RouteTests
{
    [Fact]
    public void A_new_table_has_the_local_routes_of_all_blocks_of_its_vpc()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc(ipv6: true);
        cloud.Run(
            new AssociateVpcCidrBlock(), new AssociateVpcCidrBlockRequest { VpcId = vpc, CidrBlock = "10.9.0.0/16" });
        var routes = cloud.Describe(cloud.RouteTable(vpc)).Routes!;
        Assert.Equal(["10.0.0.0/16", "10.9.0.0/16"], routes.Select(r => r.DestinationCidrBlock).OfType<string>());
        Assert.EndsWith("::/56", Assert.Single(routes.Select(r => r.DestinationIpv6CidrBlock).OfType<string>()));
        Assert.All(routes, r => Assert.Equal(
            ("local", RouteOrigin.CreateRouteTable, RouteState.Active), (r.GatewayId, r.Origin, r.State)));
    }

    [Fact]
    public void A_destination_is_made_canonical()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway, "100.68.0.18/18");
        Assert.Equal(RouteOrigin.CreateRoute, cloud.Route(table, "100.68.0.0/18").Origin);
        cloud.Run(new CreateRoute(), new CreateRouteRequest
        {
            RouteTableId = table, DestinationIpv6CidrBlock = "2001:DB8:0::/32", GatewayId = gateway,
        });
        Assert.Equal(RouteState.Active, cloud.Route(table, "2001:db8::/32").State);
    }

    [Fact]
    public void A_destination_is_led_to_once()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        cloud.RouteToGateway(table, gateway);
        Assert.Equal("RouteAlreadyExists", cloud.Refused(new CreateRoute(), To(table, "0.0.0.0/0", gateway)));

        cloud.Run(
            new DeleteRoute(), new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" });
        cloud.RouteToGateway(table, gateway);
        Assert.Equal(RouteState.Active, cloud.State(table));
    }

    [Fact]
    public void A_request_names_one_destination_and_one_target()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        var whole = To(table, "0.0.0.0/0", gateway);
        var operation = new CreateRoute();
        Assert.Equal("MissingParameter", cloud.Refused(operation, whole with { DestinationCidrBlock = null }));
        Assert.Equal("MissingParameter", cloud.Refused(operation, whole with { GatewayId = null }));
        Assert.Equal(
            "InvalidParameterCombination", cloud.Refused(operation, whole with { DestinationIpv6CidrBlock = "::/0" }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            operation, whole with { NatGatewayId = "nat-00000000000000001" }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, whole with { DestinationCidrBlock = "::/0" }));
    }

    [Theory]
    [InlineData("InstanceId", "i-00000000000000001", "InvalidInstanceID.NotFound")]
    [InlineData("InstanceId", "instance", "InvalidInstanceID.Malformed")]
    [InlineData("TransitGatewayId", "tgw-00000000000000001", "InvalidTransitGatewayID.NotFound")]
    [InlineData("TransitGatewayId", "tgw-us-east-1", "InvalidTransitGatewayID.Malformed")]
    [InlineData("LocalGatewayId", "lgw-00000000000000001", "InvalidLocalGatewayID.NotFound")]
    [InlineData("CarrierGatewayId", "cagw-00000000000000001", "InvalidCarrierGatewayID.NotFound")]
    [InlineData("VpcEndpointId", "vpce-00000000000000001", "InvalidVpcEndpointId.NotFound")]
    [InlineData("CoreNetworkArn", "arn:aws:networkmanager::1:core-network/c", "InvalidCoreNetworkArn.NotFound")]
    [InlineData("OdbNetworkArn", "arn:aws:odb:us-east-1:1:odb-network/n", "InvalidOdbNetworkArn.NotFound")]
    [InlineData("GatewayId", "igw-00000000000000001", "InvalidGatewayID.NotFound")]
    [InlineData("NatGatewayId", "nat-00000000000000001", "InvalidNatGatewayID.NotFound")]
    [InlineData("NatGatewayId", "nat-1", "NatGatewayMalformed")]
    [InlineData("NetworkInterfaceId", "eni-00000000000000001", "InvalidNetworkInterfaceID.NotFound")]
    [InlineData("VpcPeeringConnectionId", "pcx-00000000000000001", "InvalidVpcPeeringConnectionID.NotFound")]
    [InlineData("VpcPeeringConnectionId", "pcx-12345", "InvalidVpcPeeringConnectionId.Malformed")]
    public void A_target_that_does_not_exist_is_refused(string parameter, string id, string code)
    {
        var cloud = Cloud.New();
        var table = cloud.RouteTable(cloud.Vpc());
        string? If(string name) => parameter == name ? id : null;
        Assert.Equal(code, cloud.Refused(new CreateRoute(), new CreateRouteRequest
        {
            RouteTableId = table,
            DestinationCidrBlock = "0.0.0.0/0",
            InstanceId = If("InstanceId"),
            TransitGatewayId = If("TransitGatewayId"),
            LocalGatewayId = If("LocalGatewayId"),
            CarrierGatewayId = If("CarrierGatewayId"),
            VpcEndpointId = If("VpcEndpointId"),
            CoreNetworkArn = If("CoreNetworkArn"),
            OdbNetworkArn = If("OdbNetworkArn"),
            GatewayId = If("GatewayId"),
            NatGatewayId = If("NatGatewayId"),
            NetworkInterfaceId = If("NetworkInterfaceId"),
            VpcPeeringConnectionId = If("VpcPeeringConnectionId"),
        }));
    }

    [Fact]
    public void A_target_of_another_vpc_is_refused()
    {
        var cloud = Cloud.New();
        var table = cloud.RouteTable(cloud.Vpc());
        var other = cloud.Vpc("10.1.0.0/16");
        var gateway = cloud.InternetGateway(other);
        var nat = cloud.PrivateNat(cloud.Subnet(other, "10.1.1.0/24"));
        var loose = cloud.InternetGateway();
        var operation = new CreateRoute();
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, To(table, "0.0.0.0/0", gateway)));
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, To(table, "0.0.0.0/0", loose)));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            operation, To(table, "0.0.0.0/0", null) with { NatGatewayId = nat }));
    }

    [Fact]
    public void An_egress_only_gateway_takes_ipv6_and_a_nat_gateway_ipv4_and_nat64()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc(ipv6: true);
        var table = cloud.RouteTable(vpc);
        var egress = cloud.Run(
            new CreateEgressOnlyInternetGateway(), new CreateEgressOnlyInternetGatewayRequest { VpcId = vpc })
            .EgressOnlyInternetGateway!.EgressOnlyInternetGatewayId!;
        var nat = cloud.PrivateNat(cloud.Subnet(vpc));
        var operation = new CreateRoute();
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            operation, To(table, "0.0.0.0/0", null) with { EgressOnlyInternetGatewayId = egress }));
        var ipv6 = new CreateRouteRequest
        {
            RouteTableId = table, DestinationIpv6CidrBlock = "::/0", NatGatewayId = nat,
        };
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, ipv6));
        cloud.Run(operation, ipv6 with { DestinationIpv6CidrBlock = "64:ff9b::/96" });
        Assert.Equal(nat, cloud.Route(table, "64:ff9b::/96").NatGatewayId);
    }

    [Fact]
    public void Inside_the_vpc_only_whole_subnets_can_be_led_elsewhere_and_not_to_a_gateway()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var subnet = cloud.Subnet(vpc);
        var table = cloud.RouteTable(vpc);
        var eni = cloud.Run(new CreateNetworkInterface(), new CreateNetworkInterfaceRequest { SubnetId = subnet })
            .NetworkInterface!.NetworkInterfaceId!;
        var operation = new CreateRoute();
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, To(table, "10.0.1.0/24", gateway)));
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, To(table, "10.0.0.0/16", gateway)));
        var toEni = To(table, "10.0.1.0/25", null) with { NetworkInterfaceId = eni };
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, toEni));
        Assert.Equal(
            "RouteAlreadyExists", cloud.Refused(operation, toEni with { DestinationCidrBlock = "10.0.0.0/16" }));
        cloud.Run(operation, toEni with { DestinationCidrBlock = "10.0.1.0/24" });
        Assert.Equal(eni, cloud.Route(table, "10.0.1.0/24").NetworkInterfaceId);
    }

    [Fact]
    public void Reserved_ranges_are_refused()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        Assert.Equal(
            "InvalidParameterValue", cloud.Refused(new CreateRoute(), To(table, "169.254.169.254/32", gateway)));
    }

    [Fact]
    public void A_local_route_cannot_be_deleted_but_replaced_and_brought_back()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var nat = cloud.PrivateNat(cloud.Subnet(vpc));
        var delete = new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "10.0.0.0/16" };
        Assert.Equal("InvalidParameterValue", cloud.Refused(new DeleteRoute(), delete));

        var replace = new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "10.0.0.0/16" };
        cloud.Run(new ReplaceRoute(), replace with { NatGatewayId = nat });
        var route = cloud.Route(table, "10.0.0.0/16");
        Assert.Equal((nat, null, RouteOrigin.CreateRouteTable), (route.NatGatewayId, route.GatewayId, route.Origin));
        Assert.Equal("InvalidParameterValue", cloud.Refused(new DeleteRoute(), delete));

        cloud.Run(new ReplaceRoute(), replace with { LocalTarget = true });
        Assert.Equal("local", cloud.Route(table, "10.0.0.0/16").GatewayId);
    }

    [Fact]
    public void A_route_that_is_not_there_cannot_be_replaced_or_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        Assert.Equal("InvalidRoute.NotFound", cloud.Refused(
            new DeleteRoute(), new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" }));
        var replace = new ReplaceRouteRequest
        {
            RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway,
        };
        Assert.Equal("InvalidRoute.NotFound", cloud.Refused(new ReplaceRoute(), replace));

        cloud.RouteToGateway(table, gateway);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ReplaceRoute(), replace with { GatewayId = null, LocalTarget = true }));
        Assert.Equal("InvalidRouteTableID.NotFound", cloud.Refused(
            new DeleteRoute(),
            new DeleteRouteRequest { RouteTableId = "rtb-00000000000000001", DestinationCidrBlock = "0.0.0.0/0" }));
    }

    [Fact]
    public void A_prefix_list_counts_with_its_size_against_the_quota_of_its_family()
    {
        var cloud = Cloud.New(quotas: ("L-93826ACB", 5));
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var table = cloud.RouteTable(vpc);
        var list = cloud.Run(new CreateManagedPrefixList(), new CreateManagedPrefixListRequest
        {
            PrefixListName = "offices", AddressFamily = "IPv4", MaxEntries = 4,
        }).PrefixList!.PrefixListId!;
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = table, DestinationPrefixListId = list, GatewayId = gateway });
        cloud.RouteToGateway(table, gateway);
        Assert.Equal("RouteLimitExceeded", cloud.Refused(new CreateRoute(), To(table, "192.0.2.0/24", gateway)));
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = table, DestinationIpv6CidrBlock = "::/0", GatewayId = gateway });
        Assert.Equal(gateway, cloud.Route(table, list).GatewayId);
    }

    [Fact]
    public void Attaching_needs_a_free_vpc_and_a_free_gateway()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var second = cloud.InternetGateway();
        var attach = new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc };
        Assert.Equal("Resource.AlreadyAssociated", cloud.Refused(new AttachInternetGateway(), attach));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new AttachInternetGateway(), attach with { InternetGatewayId = second }));
    }

    private static CreateRouteRequest To(string table, string cidr, string? gateway) =>
        new() { RouteTableId = table, DestinationCidrBlock = cidr, GatewayId = gateway };
}
