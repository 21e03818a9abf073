using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Lists the attachments that a route table is associated with. Filters: EC2 API Reference.</summary>
public sealed class GetTransitGatewayRouteTableAssociations
    : IReadOperation<
        GetTransitGatewayRouteTableAssociationsRequest, GetTransitGatewayRouteTableAssociationsResult>
{
    private static readonly Filters<TransitGatewayAttachmentRecord> Filters =
        new Filters<TransitGatewayAttachmentRecord>()
            .One("resource-id", a => a.ResourceId)
            .One("resource-type", a => a.ResourceType.ToWire())
            .One("transit-gateway-attachment-id", a => a.Id.Value);

    /// <inheritdoc/>
    public GetTransitGatewayRouteTableAssociationsResult Run(
        GetTransitGatewayRouteTableAssociationsRequest request, ReadCall call)
    {
        var table = TransitKinds.RouteTable.Get(call, request.TransitGatewayRouteTableId!);
        var attachments = call.Read(TransitTables.Attachments)
            .By(TransitTables.AttachmentsByAssociation, table.Id.Value);
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, attachments, a => a.Id.Value, Filters, query);
        return new() { Associations = page.As(Of), NextToken = page.NextToken };
    }

    private static TransitGatewayRouteTableAssociation Of(TransitGatewayAttachmentRecord attachment) => new()
    {
        TransitGatewayAttachmentId = attachment.Id.Value,
        ResourceId = attachment.ResourceId,
        ResourceType = attachment.ResourceType,
        State = attachment.Association!.State,
    };
}
