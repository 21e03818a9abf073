using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Lets a route table forget, at once, what it learned from an attachment.</summary>
public sealed class DisableTransitGatewayRouteTablePropagation
    : IWriteOperation<
        DisableTransitGatewayRouteTablePropagationRequest, DisableTransitGatewayRouteTablePropagationResult>
{
    /// <inheritdoc/>
    public DisableTransitGatewayRouteTablePropagationResult Run(
        DisableTransitGatewayRouteTablePropagationRequest request, Call call)
    {
        TransitAssociations.RefuseAnnouncement(request.TransitGatewayRouteTableAnnouncementId);
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var attachment = TransitRouteTargets.Of(
            call, table, request.TransitGatewayAttachmentId ?? throw Errors.Missing("TransitGatewayAttachmentId"));
        if (!attachment.PropagatesTo.Contains(table.Id))
        {
            // The code is that of the AWS provider of Terraform.
            throw new ServiceException(
                "TransitGatewayRouteTablePropagation.NotFound",
                $"Propagation {attachment.Id} does not exist in Transit Gateway Route Table {table.Id}.");
        }

        call.Write(TransitTables.Attachments).Put(
            attachment with { PropagatesTo = attachment.PropagatesTo.Remove(table.Id) });
        return new()
        {
            Propagation = TransitRouteView.OfPropagation(
                attachment, table.Id.Value, TransitGatewayPropagationState.Disabled),
        };
    }
}
