using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGatewayPeering;
using Orrery.Services.Ec2.Operations.TransitGatewayRoutes;
using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of transit gateways begin with.</summary>
internal static class Hub
{
    public static string Gateway(this Cloud cloud, TransitGatewayRequestOptions? options = null) =>
        cloud.Run(new CreateTransitGateway(), new() { Options = options }).TransitGateway!.TransitGatewayId!;

    public static TransitGateway TransitGateway(this Cloud cloud, string id) =>
        cloud.Run(new DescribeTransitGateways(), new() { TransitGatewayIds = [id] }).TransitGateways![0];

    public static string AttachTo(this Cloud cloud, string gateway, string vpc, params string[] subnets) =>
        cloud.Run(new CreateTransitGatewayVpcAttachment(), new()
        {
            TransitGatewayId = gateway, VpcId = vpc, SubnetIds = subnets,
        }).TransitGatewayVpcAttachment!.TransitGatewayAttachmentId!;

    public static string Spoke(this Cloud cloud, string gateway, string cidr = "10.0.0.0/16")
    {
        var vpc = cloud.Vpc(cidr);
        return cloud.AttachTo(gateway, vpc, cloud.Subnet(vpc, cidr));
    }

    public static string TransitTable(this Cloud cloud, string gateway) =>
        cloud.Run(new CreateTransitGatewayRouteTable(), new() { TransitGatewayId = gateway })
            .TransitGatewayRouteTable!.TransitGatewayRouteTableId!;

    public static TransitGatewayAttachment Attachment(this Cloud cloud, string id) =>
        cloud.Run(new DescribeTransitGatewayAttachments(), new() { TransitGatewayAttachmentIds = [id] })
            .TransitGatewayAttachments![0];

    public static void DetachFrom(this Cloud cloud, string attachment) => cloud.Run(
        new DeleteTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = attachment });

    public static TransitGatewayPeeringAttachment AskFor(
        this Cloud cloud, string gateway, string peer, string region = "eu-west-1", string account = "123456789012") =>
        cloud.Run(new CreateTransitGatewayPeeringAttachment(), new()
        {
            TransitGatewayId = gateway, PeerTransitGatewayId = peer, PeerRegion = region, PeerAccountId = account,
        }).TransitGatewayPeeringAttachment!;

    public static void Accept(this Cloud cloud, string peering) => cloud.Run(
        new AcceptTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = peering });

    public static void EndPeering(this Cloud cloud, string peering) => cloud.Run(
        new DeleteTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = peering });

    public static TransitGatewayRoute Route(this Cloud cloud, string table, string block, string attachment) =>
        cloud.Run(new CreateTransitGatewayRoute(), new()
        {
            TransitGatewayRouteTableId = table, DestinationCidrBlock = block, TransitGatewayAttachmentId = attachment,
        }).Route!;

    public static IReadOnlyList<TransitGatewayRoute> Search(
        this Cloud cloud, string table, params (string Name, string Value)[] filters) =>
        cloud.Run(new SearchTransitGatewayRoutes(), new()
        {
            TransitGatewayRouteTableId = table,
            Filters = [.. filters.Select(f => new Filter { Name = f.Name, Values = [f.Value] })],
        }).Routes!;
}
