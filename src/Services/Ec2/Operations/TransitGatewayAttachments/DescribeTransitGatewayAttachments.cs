using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Lists attachments of all types, also those deleted within the hour. Filters: DescribeTransitGatewayAttachments.
/// </summary>
public sealed class DescribeTransitGatewayAttachments
    : IReadOperation<DescribeTransitGatewayAttachmentsRequest, DescribeTransitGatewayAttachmentsResult>
{
    private static readonly Filters<TransitGatewayAttachmentRecord> Filters =
        new Filters<TransitGatewayAttachmentRecord>()
            .One("association.state", a => a.Association?.State.ToWire())
            .Indexed(
                "association.transit-gateway-route-table-id",
                a => [a.Association?.RouteTableId.Value],
                (call, id) => call.Read(TransitTables.Attachments).By(TransitTables.AttachmentsByAssociation, id))
            .Indexed(
                "resource-id",
                a => [a.ResourceId],
                (call, id) => call.Read(TransitTables.Attachments).By(TransitTables.AttachmentsByResource, id))
            .One("resource-owner-id", a => a.ResourceOwnerId)
            .One("resource-type", a => a.ResourceType.ToWire())
            .One("state", a => a.State.ToWire())
            .One("transit-gateway-attachment-id", a => a.Id.Value)
            .Indexed(
                "transit-gateway-id",
                a => [a.TransitGatewayId.Value],
                (call, id) => call.Read(TransitTables.Attachments).By(TransitTables.AttachmentsByGateway, id))
            .One("transit-gateway-owner-id", a => a.TransitGatewayOwnerId)
            .Tags(a => a.Id.Value);

    /// <inheritdoc/>
    public DescribeTransitGatewayAttachmentsResult Run(DescribeTransitGatewayAttachmentsRequest request, ReadCall call)
    {
        var query = new ListQuery(
            request.TransitGatewayAttachmentIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, TransitKinds.Attachment, Filters, query);
        return new()
        {
            TransitGatewayAttachments = page.As(a => TransitAttachmentView.Of(a, call)), NextToken = page.NextToken,
        };
    }
}
