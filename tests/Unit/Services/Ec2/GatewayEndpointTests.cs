using Orrery.Contracts.Tracing;
using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Projections;
using Orrery.Wire.Generated.Ec2;
using Element = Orrery.Engines.Reachability.Model.VpcEndpoint;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class GatewayEndpointTests
{
    [Fact]
    public void A_gateway_endpoint_puts_its_route_into_its_tables_and_takes_it_away_when_it_goes()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var endpoint = cloud.GatewayEndpoint(vpc, table);
        Assert.Equal((State.Available, VpcEndpointType.Gateway), (endpoint.State, endpoint.VpcEndpointType));
        Assert.Equal([table], endpoint.RouteTableIds!);
        var route = cloud.Route(table, Endpoints.S3List);
        Assert.Equal((endpoint.VpcEndpointId, RouteState.Active), (route.GatewayId, route.State));
        Assert.Single(cloud.Run(new DescribeRouteTables(), new()
        {
            Filters = [new() { Name = "route.gateway-id", Values = [endpoint.VpcEndpointId!] }],
        }).RouteTables!);

        Assert.Equal("DependencyViolation", cloud.Refused(new DeleteVpc(), new DeleteVpcRequest { VpcId = vpc }));
        Assert.Empty(cloud.DeleteEndpoint(endpoint.VpcEndpointId!));
        Assert.DoesNotContain(cloud.Describe(table).Routes!, r => r.DestinationPrefixListId is not null);
        Assert.Equal(State.Deleted, cloud.EndpointState(endpoint.VpcEndpointId!));
        Assert.Equal("InvalidVpcEndpoint.NotFound", cloud.DeleteEndpoint(endpoint.VpcEndpointId!)[0].Error!.Code);
        cloud.Run(new DeleteRouteTable(), new() { RouteTableId = table });
        cloud.Run(new DeleteVpc(), new() { VpcId = vpc });
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            "InvalidVpcEndpointId.NotFound", Cloud.Refusal(() => cloud.Endpoint(endpoint.VpcEndpointId!)));
    }

    [Fact]
    public void A_table_leads_to_one_endpoint_for_a_service_and_its_route_cannot_be_touched()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var (one, other) = (cloud.RouteTable(vpc), cloud.RouteTable(vpc));
        var first = cloud.GatewayEndpoint(vpc, one).VpcEndpointId!;
        Assert.Equal("RouteAlreadyExists", Cloud.Refusal(() => cloud.GatewayEndpoint(vpc, one)));
        var second = cloud.GatewayEndpoint(vpc, other).VpcEndpointId!;
        Assert.Equal("InvalidParameterValue", cloud.Refused(new DeleteRoute(), new DeleteRouteRequest
        {
            RouteTableId = one, DestinationPrefixListId = Endpoints.S3List,
        }));
        var gateway = cloud.InternetGateway(vpc);
        Assert.Equal("InvalidParameterValue", cloud.Refused(new ReplaceRoute(), new ReplaceRouteRequest
        {
            RouteTableId = one, DestinationPrefixListId = Endpoints.S3List, GatewayId = gateway,
        }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateRoute(), new CreateRouteRequest
        {
            RouteTableId = one, DestinationCidrBlock = "52.218.0.0/17", VpcEndpointId = first,
        }));

        // The table goes from one endpoint to the other.
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = first, RemoveRouteTableIds = [one] });
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = second, AddRouteTableIds = [one] });
        Assert.Equal(second, cloud.Route(one, Endpoints.S3List).GatewayId);
        Assert.Empty(cloud.Endpoint(first).RouteTableIds!);
        Assert.Equal("InvalidParameter", cloud.Refused(new ModifyVpcEndpoint(), new ModifyVpcEndpointRequest
        {
            VpcEndpointId = first, RemoveRouteTableIds = [one],
        }));
    }

    [Fact]
    public void A_table_that_is_deleted_is_no_longer_the_endpoints()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var id = cloud.GatewayEndpoint(vpc, table).VpcEndpointId!;
        cloud.Run(new DeleteRouteTable(), new() { RouteTableId = table });
        Assert.Empty(cloud.Endpoint(id).RouteTableIds!);
        Assert.Equal(State.Available, cloud.EndpointState(id));
    }

    [Fact]
    public void What_does_not_fit_a_gateway_endpoint_is_refused_by_name()
    {
        var cloud = Cloud.New();
        var (vpc, other) = (cloud.Vpc(), cloud.Vpc("10.9.0.0/16"));
        string Refused(CreateVpcEndpointRequest request) =>
            cloud.Refused(new CreateVpcEndpoint(), request with { VpcId = vpc });
        const string S3 = "com.amazonaws.eu-west-1.s3";
        Assert.Equal("InvalidServiceName", Refused(new() { ServiceName = "com.amazonaws.eu-west-1.nothing" }));
        Assert.Equal("InvalidParameter", Refused(new() { ServiceName = "com.amazonaws.eu-west-1.ec2" }));
        Assert.Equal("InvalidParameter", Refused(new() { ServiceName = S3, PrivateDnsEnabled = true }));
        Assert.Equal(
            "InvalidParameter", Refused(new() { ServiceName = S3, RouteTableIds = [cloud.RouteTable(other)] }));
        Assert.Equal("InvalidPolicyDocument", Refused(new() { ServiceName = S3, PolicyDocument = "{\"Statement\":" }));
        Assert.Equal(
            "UnsupportedOperation",
            Refused(new() { ServiceName = S3, VpcEndpointType = VpcEndpointType.GatewayLoadBalancer }));
        Assert.Equal("UnsupportedOperation", Refused(new() { ServiceName = S3, ServiceNetworkArn = "arn:x" }));
        Assert.Equal("UnsupportedOperation", Refused(new() { ServiceName = S3, IpAddressType = IpAddressType.Ipv6 }));
    }

    [Fact]
    public void The_policy_is_the_default_one_until_another_is_given_and_again_after_a_reset()
    {
        var cloud = Cloud.New();
        var id = cloud.GatewayEndpoint(cloud.Vpc()).VpcEndpointId!;
        var standard = cloud.Endpoint(id).PolicyDocument;
        Assert.Contains("2008-10-17", standard);
        const string Mine = """{"Version":"2012-10-17","Statement":[]}""";
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = id, PolicyDocument = Mine });
        Assert.Equal(Mine, cloud.Endpoint(id).PolicyDocument);
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = id, ResetPolicy = true });
        Assert.Equal(standard, cloud.Endpoint(id).PolicyDocument);
    }

    [Fact]
    public void The_quota_of_gateway_endpoints_holds_for_the_region_and_a_deleted_one_makes_room()
    {
        var cloud = Cloud.New("eu-west-1", ("L-1B52E74A", 1));
        var vpc = cloud.Vpc();
        var id = cloud.GatewayEndpoint(vpc).VpcEndpointId!;
        Assert.Equal("VpcEndpointLimitExceeded", Cloud.Refusal(() => cloud.GatewayEndpoint(vpc)));
        cloud.DeleteEndpoint(id);
        Assert.NotNull(cloud.GatewayEndpoint(vpc));
    }

    [Fact]
    public void The_engine_sees_the_endpoint_and_its_route_and_the_table_is_explained()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var id = cloud.GatewayEndpoint(vpc, table).VpcEndpointId!;
        var element = Assert.IsType<Element>(Seen(cloud, id));
        Assert.Equal((id, VpcEndpointKind.Gateway), (element.Id, element.Kind));
        Assert.Equal((Endpoints.S3List, true, vpc), (element.PrefixListId, element.Functional, element.VpcId));
        var why = cloud.Ask(call => call.Port<IExplainer>().Explain(call, table)).Decision;
        Assert.Contains(why.Root.Because, r => r.Subject == id && r.Code == "ROUTE_ACTIVE");
        cloud.DeleteEndpoint(id);
        Assert.Null(Seen(cloud, id));
    }

    private static object? Seen(Cloud cloud, string id) =>
        cloud.Ask(call => ReachabilityProjection.Of(call).Find<Element>(id));
}
