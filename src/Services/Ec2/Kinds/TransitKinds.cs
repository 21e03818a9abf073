using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of transit gateways. Codes: "Error codes for the Amazon EC2 API" and the AWS provider of Terraform
/// (its list of error codes); wording: public logs of it; tag types: the ResourceType enumeration of the EC2 model.
/// </summary>
internal static class TransitKinds
{
    public static readonly TableKind<TransitGatewayId, TransitGatewayRecord> Gateway = new(
        TransitTables.Gateways,
        "transit-gateway",
        new(
            "InvalidTransitGatewayID.NotFound",
            "InvalidTransitGatewayID.Malformed",
            "transit gateway ID",
            "Transit Gateway"));

    public static readonly TableKind<TransitGatewayAttachmentId, TransitGatewayAttachmentRecord> Attachment = new(
        TransitTables.Attachments,
        "transit-gateway-attachment",
        new(
            "InvalidTransitGatewayAttachmentID.NotFound",
            "InvalidTransitGatewayAttachmentID.Malformed",
            "transit gateway attachment ID",
            "Transit Gateway Attachment"));

    public static readonly TableKind<TransitGatewayRouteTableId, TransitGatewayRouteTableRecord> RouteTable = new(
        TransitTables.RouteTables,
        "transit-gateway-route-table",
        new(
            "InvalidRouteTableID.NotFound",
            "InvalidRouteTableId.Malformed",
            "transit gateway route table ID",
            "Transit Gateway Route Table"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Gateway, Attachment, RouteTable];
}
