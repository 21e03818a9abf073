using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Lists attachments of VPCs, also those deleted within the hour. Filters: DescribeTransitGatewayVpcAttachments.
/// </summary>
public sealed class DescribeTransitGatewayVpcAttachments
    : IReadOperation<DescribeTransitGatewayVpcAttachmentsRequest, DescribeTransitGatewayVpcAttachmentsResult>
{
    private static readonly Filters<TransitGatewayAttachmentRecord> Filters =
        new Filters<TransitGatewayAttachmentRecord>()
            .One("state", a => a.State.ToWire())
            .One("transit-gateway-attachment-id", a => a.Id.Value)
            .Indexed(
                "vpc-id",
                a => [a.ResourceId],
                (call, id) => call.Read(TransitTables.Attachments).By(TransitTables.AttachmentsByResource, id))
            .Indexed(
                "transit-gateway-id",
                a => [a.TransitGatewayId.Value],
                (call, id) => call.Read(TransitTables.Attachments).By(TransitTables.AttachmentsByGateway, id))
            .Tags(a => a.Id.Value);

    /// <inheritdoc/>
    public DescribeTransitGatewayVpcAttachmentsResult Run(
        DescribeTransitGatewayVpcAttachmentsRequest request, ReadCall call)
    {
        var query = new ListQuery(
            request.TransitGatewayAttachmentIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, TransitKinds.Attachment, Filters, query, a => a.Vpc is not null);
        return new()
        {
            TransitGatewayVpcAttachments = page.As(a => TransitAttachmentView.OfVpc(a, call)),
            NextToken = page.NextToken,
        };
    }
}
