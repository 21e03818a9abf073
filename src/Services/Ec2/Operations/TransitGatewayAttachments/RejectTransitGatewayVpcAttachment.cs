using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Rejects the request of another account to attach its VPC. Gateways are not shared here, so that no such request
/// comes to be, and what is asked about is in another state.
/// </summary>
public sealed class RejectTransitGatewayVpcAttachment
    : IWriteOperation<RejectTransitGatewayVpcAttachmentRequest, RejectTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public RejectTransitGatewayVpcAttachmentResult Run(RejectTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var attachment = TransitAttachments.GetVpc(call, request.TransitGatewayAttachmentId!);
        if (attachment.State != TransitGatewayAttachmentState.PendingAcceptance)
        {
            throw TransitStates.Invalid(attachment.Id.Value);
        }

        TransitFaces.Remove(call, attachment.Vpc!.Faces);
        var rejected = TransitAttachments.Move(call, attachment, TransitGatewayAttachmentState.Rejected);
        TransitAttachmentLoop.Bury(call, rejected);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(rejected, call) };
    }
}
