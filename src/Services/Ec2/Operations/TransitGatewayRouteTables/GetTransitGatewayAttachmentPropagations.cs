using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Lists the route tables that an attachment propagates to. Filters: EC2 API Reference.</summary>
public sealed class GetTransitGatewayAttachmentPropagations
    : IReadOperation<GetTransitGatewayAttachmentPropagationsRequest, GetTransitGatewayAttachmentPropagationsResult>
{
    private static readonly Filters<TransitGatewayAttachmentPropagation> Filters =
        new Filters<TransitGatewayAttachmentPropagation>()
            .One("transit-gateway-route-table-id", p => p.TransitGatewayRouteTableId);

    /// <inheritdoc/>
    public GetTransitGatewayAttachmentPropagationsResult Run(
        GetTransitGatewayAttachmentPropagationsRequest request, ReadCall call)
    {
        var attachment = TransitKinds.Attachment.Get(call, request.TransitGatewayAttachmentId!);
        var propagations = attachment.PropagatesTo.Order().Select(Of);
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, propagations, p => p.TransitGatewayRouteTableId!, Filters, query);
        return new()
        {
            TransitGatewayAttachmentPropagations = page.As(p => p), NextToken = page.NextToken,
        };
    }

    private static TransitGatewayAttachmentPropagation Of(TransitGatewayRouteTableId table) => new()
    {
        TransitGatewayRouteTableId = table.Value, State = TransitGatewayPropagationState.Enabled,
    };
}
