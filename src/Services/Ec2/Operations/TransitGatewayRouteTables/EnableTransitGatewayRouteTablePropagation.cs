using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>
/// Lets a route table learn what an attachment announces, at once. Peerings announce nothing: static routes only
/// (Transit Gateway guide, "Transit gateway peering attachments").
/// </summary>
public sealed class EnableTransitGatewayRouteTablePropagation
    : IWriteOperation<
        EnableTransitGatewayRouteTablePropagationRequest, EnableTransitGatewayRouteTablePropagationResult>
{
    /// <inheritdoc/>
    public EnableTransitGatewayRouteTablePropagationResult Run(
        EnableTransitGatewayRouteTablePropagationRequest request, Call call)
    {
        TransitAssociations.RefuseAnnouncement(request.TransitGatewayRouteTableAnnouncementId);
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var attachment = TransitRouteTargets.Of(
            call, table, request.TransitGatewayAttachmentId ?? throw Errors.Missing("TransitGatewayAttachmentId"));
        if (attachment.Peering is not null)
        {
            // The code is guessed.
            throw Errors.InvalidParameterValue(
                $"The attachment {attachment.Id} is a peering, which cannot propagate routes.");
        }

        if (attachment.PropagatesTo.Contains(table.Id))
        {
            throw new ServiceException(
                "TransitGatewayRouteTablePropagation.Duplicate",
                $"Propagation {attachment.Id} already exists in Transit Gateway Route Table {table.Id}.");
        }

        TransitLimits.CheckRoutes(call, table.TransitGatewayId, 1);
        call.Write(TransitTables.Attachments).Put(
            attachment with { PropagatesTo = attachment.PropagatesTo.Add(table.Id) });
        return new()
        {
            Propagation = TransitRouteView.OfPropagation(
                attachment, table.Id.Value, TransitGatewayPropagationState.Enabled),
        };
    }
}
