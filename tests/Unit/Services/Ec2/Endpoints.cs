using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Services.Ec2.Operations.VpcEndpointServices;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of endpoints begin with.</summary>
internal static class Endpoints
{
    public const string S3List = "pl-6da54004";
    public const string Topic = "arn:aws:sns:eu-west-1:123456789012:endpoints";

    public static VpcEndpoint GatewayEndpoint(this Cloud cloud, string vpc, params string[] tables) =>
        cloud.Run(new CreateVpcEndpoint(), new()
        {
            VpcId = vpc, ServiceName = "com.amazonaws.eu-west-1.s3", RouteTableIds = tables,
        }).VpcEndpoint!;

    public static VpcEndpoint InterfaceEndpoint(
        this Cloud cloud, string vpc, string service, bool? privately = false, params string[] subnets) =>
        cloud.Run(new CreateVpcEndpoint(), new()
        {
            VpcId = vpc,
            VpcEndpointType = VpcEndpointType.Interface,
            ServiceName = service,
            SubnetIds = subnets,
            PrivateDnsEnabled = privately,
        }).VpcEndpoint!;

    public static VpcEndpoint Endpoint(this Cloud cloud, string id) =>
        cloud.Run(new DescribeVpcEndpoints(), new() { VpcEndpointIds = [id] }).VpcEndpoints!.Single();

    public static State? EndpointState(this Cloud cloud, string id) => cloud.Endpoint(id).State;

    public static IReadOnlyList<UnsuccessfulItem> DeleteEndpoint(this Cloud cloud, params string[] ids) =>
        cloud.Run(new DeleteVpcEndpoints(), new() { VpcEndpointIds = ids }).Unsuccessful!;

    public static string Balancer(this Cloud cloud, string name = "front") =>
        $"arn:aws:elasticloadbalancing:{cloud.Ask(c => c.Region)}:{cloud.Ask(c => c.Account)}:loadbalancer/net/{name}/"
        + "50dc6c495c0c9188";

    public static ServiceConfiguration Service(
        this Cloud cloud, bool acceptance = true, string name = "front", params string[] regions) =>
        cloud.Run(new CreateVpcEndpointServiceConfiguration(), new()
        {
            NetworkLoadBalancerArns = [cloud.Balancer(name)],
            AcceptanceRequired = acceptance,
            SupportedRegions = regions.Length > 0 ? regions : null,
        }).ServiceConfiguration!;

    public static IReadOnlyList<AddedPrincipal> Allow(this Cloud cloud, string service, params string[] principals) =>
        cloud.Run(new ModifyVpcEndpointServicePermissions(), new()
        {
            ServiceId = service, AddAllowedPrincipals = principals,
        }).AddedPrincipals!;

    public static IReadOnlyList<VpcEndpointConnection> Connections(this Cloud cloud, string service) =>
        cloud.Run(new DescribeVpcEndpointConnections(), new()
        {
            Filters = [new() { Name = "service-id", Values = [service] }],
        }).VpcEndpointConnections!;

    public static IReadOnlyList<UnsuccessfulItem> AcceptEndpoint(
        this Cloud cloud, string service, params string[] endpoints) =>
        cloud.Run(new AcceptVpcEndpointConnections(), new()
        {
            ServiceId = service, VpcEndpointIds = endpoints,
        }).Unsuccessful!;

    public static IReadOnlyList<UnsuccessfulItem> RejectEndpoint(
        this Cloud cloud, string service, params string[] endpoints) =>
        cloud.Run(new RejectVpcEndpointConnections(), new()
        {
            ServiceId = service, VpcEndpointIds = endpoints,
        }).Unsuccessful!;

    public static IReadOnlyList<UnsuccessfulItem> DeleteService(this Cloud cloud, string service) =>
        cloud.Run(new DeleteVpcEndpointServiceConfigurations(), new() { ServiceIds = [service] }).Unsuccessful!;

    public static void WithHostnames(this Cloud cloud, string vpc) =>
        cloud.Run(new ModifyVpcAttribute(), new() { VpcId = vpc, EnableDnsHostnames = new() { Value = true } });
}
