using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>Begins to let a route table decide for what comes in by an attachment that has none yet.</summary>
public sealed class AssociateTransitGatewayRouteTable
    : IWriteOperation<AssociateTransitGatewayRouteTableRequest, AssociateTransitGatewayRouteTableResult>
{
    /// <inheritdoc/>
    public AssociateTransitGatewayRouteTableResult Run(AssociateTransitGatewayRouteTableRequest request, Call call)
    {
        var table = TransitStates.AvailableTable(call, request.TransitGatewayRouteTableId!);
        var attachment = TransitRouteTargets.Of(call, table, request.TransitGatewayAttachmentId!);
        if (attachment.Association is not null)
        {
            // Wording: public logs.
            throw new ServiceException(
                "Resource.AlreadyAssociated",
                $"Transit Gateway Attachment {attachment.Id} is already associated to a route table.");
        }

        var associating = TransitAssociations.Begin(call, attachment, table.Id);
        call.Write(TransitTables.Attachments).Put(associating);
        return new() { Association = TransitRouteView.OfAssociation(associating) };
    }
}
