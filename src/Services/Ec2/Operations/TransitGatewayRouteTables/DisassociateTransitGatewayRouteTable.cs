using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Begins to end the association of an attachment; then what comes in by it goes nowhere.</summary>
public sealed class DisassociateTransitGatewayRouteTable
    : IWriteOperation<DisassociateTransitGatewayRouteTableRequest, DisassociateTransitGatewayRouteTableResult>
{
    /// <inheritdoc/>
    public DisassociateTransitGatewayRouteTableResult Run(
        DisassociateTransitGatewayRouteTableRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var attachment = TransitRouteTargets.Of(call, table, request.TransitGatewayAttachmentId!);
        if (attachment.Association is not { } association || association.RouteTableId != table.Id)
        {
            // The code is guessed.
            throw new ServiceException(
                "InvalidAssociation.NotFound",
                $"Transit Gateway Attachment {attachment.Id} is not associated to {table.Id}.");
        }

        if (association.State != TransitGatewayAssociationState.Associated)
        {
            throw TransitStates.Invalid(attachment.Id.Value);
        }

        var disassociating = attachment with
        {
            Association = association with { State = TransitGatewayAssociationState.Disassociating },
        };
        call.Write(TransitTables.Attachments).Put(disassociating);
        TransitAssociationLoop.Begin(call, attachment.Id);
        return new() { Association = TransitRouteView.OfAssociation(disassociating) };
    }
}
