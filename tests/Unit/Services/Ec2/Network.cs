using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NatGateways;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of routing begin with.</summary>
internal static class Network
{
    public static string Vpc(this Cloud cloud, string cidr = "10.0.0.0/16", bool ipv6 = false) =>
        cloud.Run(
            new CreateVpc(),
            new CreateVpcRequest { CidrBlock = cidr, AmazonProvidedIpv6CidrBlock = ipv6 ? true : null }).Vpc!.VpcId!;

    public static string Subnet(this Cloud cloud, string vpc, string cidr = "10.0.1.0/24") =>
        cloud.Run(new CreateSubnet(), new CreateSubnetRequest { VpcId = vpc, CidrBlock = cidr }).Subnet!.SubnetId!;

    public static string InternetGateway(this Cloud cloud, string? vpc = null)
    {
        var id = cloud.Run(new CreateInternetGateway(), new CreateInternetGatewayRequest())
            .InternetGateway!.InternetGatewayId!;
        if (vpc is not null)
        {
            cloud.Attach(id, vpc);
        }

        return id;
    }

    public static void Attach(this Cloud cloud, string gateway, string vpc) => cloud.Run(
        new AttachInternetGateway(), new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });

    public static void Detach(this Cloud cloud, string gateway, string vpc) => cloud.Run(
        new DetachInternetGateway(), new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });

    public static string ElasticIp(this Cloud cloud) =>
        cloud.Run(new AllocateAddress(), new AllocateAddressRequest()).AllocationId!;

    public static string PublicNat(this Cloud cloud, string subnet, string allocation) =>
        cloud.Run(
            new CreateNatGateway(), new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = allocation })
        .NatGateway!.NatGatewayId!;

    public static string PrivateNat(this Cloud cloud, string subnet) =>
        cloud.Run(
            new CreateNatGateway(),
            new CreateNatGatewayRequest { SubnetId = subnet, ConnectivityType = ConnectivityType.Private })
        .NatGateway!.NatGatewayId!;

    public static NatGateway Nat(this Cloud cloud, string id) =>
        cloud.Run(new DescribeNatGateways(), new DescribeNatGatewaysRequest { NatGatewayIds = [id] }).NatGateways![0];

    public static string RouteTable(this Cloud cloud, string vpc) =>
        cloud.Run(new CreateRouteTable(), new CreateRouteTableRequest { VpcId = vpc }).RouteTable!.RouteTableId!;

    public static RouteTable Describe(this Cloud cloud, string table) =>
        cloud.Run(new DescribeRouteTables(), new DescribeRouteTablesRequest { RouteTableIds = [table] })
        .RouteTables![0];

    public static string? Associate(this Cloud cloud, string table, string? subnet, string? gateway = null) =>
        cloud.Run(
            new AssociateRouteTable(),
            new AssociateRouteTableRequest { RouteTableId = table, SubnetId = subnet, GatewayId = gateway })
        .AssociationId;

    public static void RouteToGateway(this Cloud cloud, string table, string gateway, string cidr = "0.0.0.0/0") =>
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = cidr, GatewayId = gateway });

    public static Route Route(this Cloud cloud, string table, string destination = "0.0.0.0/0") =>
        cloud.Describe(table).Routes!.Single(r =>
            (r.DestinationCidrBlock ?? r.DestinationIpv6CidrBlock ?? r.DestinationPrefixListId) == destination);

    public static RouteState? State(this Cloud cloud, string table, string destination = "0.0.0.0/0") =>
        cloud.Route(table, destination).State;
}
