using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Begins to delete the attachment of a VPC: its interfaces go, what it propagated vanishes, static routes to it stay
/// as blackholes.
/// </summary>
public sealed class DeleteTransitGatewayVpcAttachment
    : IWriteOperation<DeleteTransitGatewayVpcAttachmentRequest, DeleteTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayVpcAttachmentResult Run(DeleteTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var attachment = TransitAttachments.GetVpc(call, request.TransitGatewayAttachmentId!);
        if (attachment.State is not (TransitGatewayAttachmentState.Available
            or TransitGatewayAttachmentState.PendingAcceptance))
        {
            throw TransitStates.Invalid(attachment.Id.Value);
        }

        var deleting = TransitAttachmentLoop.End(call, attachment);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(deleting, call) };
    }
}
