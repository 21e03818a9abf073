using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Rejects the request of another account to attach its VPC to the caller's gateway.
/// </summary>
public sealed class RejectTransitGatewayVpcAttachment
    : IWriteOperation<RejectTransitGatewayVpcAttachmentRequest, RejectTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public RejectTransitGatewayVpcAttachmentResult Run(RejectTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var attachment = TransitAttachments.ToAnswer(call, request.TransitGatewayAttachmentId!, "reject");
        var rejected = TransitAttachments.Move(call, attachment, TransitGatewayAttachmentState.Rejecting);
        TransitAttachmentLoop.Continue(call, rejected);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(rejected, call) };
    }
}
