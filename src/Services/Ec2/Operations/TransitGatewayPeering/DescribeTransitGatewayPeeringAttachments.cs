using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayPeering;

/// <summary>
/// Lists peerings of which either side is here, also those deleted within the hour. Filters: EC2 API Reference,
/// DescribeTransitGatewayPeeringAttachments.
/// </summary>
public sealed class DescribeTransitGatewayPeeringAttachments
    : IReadOperation<DescribeTransitGatewayPeeringAttachmentsRequest, DescribeTransitGatewayPeeringAttachmentsResult>
{
    private static readonly Filters<TransitGatewayAttachmentRecord> Filters =
        new Filters<TransitGatewayAttachmentRecord>()
            .Many(
                "transit-gateway-attachment-id",
                a => [a.Id.Value, a.Peering!.Accepter.AttachmentId.Value])
            .One("local-owner-id", a => a.TransitGatewayOwnerId)
            .One("remote-owner-id", a => a.ResourceOwnerId)
            .One("state", a => a.State.ToWire())
            .Tags(a => a.Id.Value)
            .Many(
                "transit-gateway-id",
                a =>
                [
                    a.Peering!.Requester.TransitGatewayId.Value, a.Peering.Accepter.TransitGatewayId.Value,
                ]);

    /// <inheritdoc/>
    public DescribeTransitGatewayPeeringAttachmentsResult Run(
        DescribeTransitGatewayPeeringAttachmentsRequest request, ReadCall call)
    {
        var ids = request.TransitGatewayAttachmentIds;
        var query = new ListQuery(ids, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(
            call,
            TransitKinds.Attachment,
            Filters,
            query,
            a => ids is { Count: > 0 } ? a.Peering is not null : TransitPeerings.Represents(a));
        return new()
        {
            TransitGatewayPeeringAttachments = page.As(a => TransitAttachmentView.OfPeering(a, call)),
            NextToken = page.NextToken,
        };
    }
}
