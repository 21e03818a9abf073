using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayAttachments;

/// <summary>
/// Accepts the request of another account to attach its VPC to the caller's gateway.
/// </summary>
public sealed class AcceptTransitGatewayVpcAttachment
    : IWriteOperation<AcceptTransitGatewayVpcAttachmentRequest, AcceptTransitGatewayVpcAttachmentResult>
{
    /// <inheritdoc/>
    public AcceptTransitGatewayVpcAttachmentResult Run(AcceptTransitGatewayVpcAttachmentRequest request, Call call)
    {
        var attachment = TransitAttachments.ToAnswer(call, request.TransitGatewayAttachmentId!, "accept");
        var accepted = TransitAttachments.Move(call, attachment, TransitGatewayAttachmentState.Pending);
        TransitAttachmentLoop.Continue(call, accepted);
        return new() { TransitGatewayVpcAttachment = TransitAttachmentView.OfVpc(accepted, call) };
    }
}
