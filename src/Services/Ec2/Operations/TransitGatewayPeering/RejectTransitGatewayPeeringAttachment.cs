using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayPeering;

/// <summary>Rejects a request for a peering, as the owner of the other gateway and in its region.</summary>
public sealed class RejectTransitGatewayPeeringAttachment
    : IWriteOperation<RejectTransitGatewayPeeringAttachmentRequest, RejectTransitGatewayPeeringAttachmentResult>
{
    /// <inheritdoc/>
    public RejectTransitGatewayPeeringAttachmentResult Run(
        RejectTransitGatewayPeeringAttachmentRequest request, Call call)
    {
        var asked = TransitPeerings.ToAnswer(call, request.TransitGatewayAttachmentId!, "reject");
        var rejected = TransitAttachments.Move(call, asked, TransitGatewayAttachmentState.Rejected);
        TransitAttachmentLoop.Bury(call, rejected);
        return new() { TransitGatewayPeeringAttachment = TransitAttachmentView.OfPeering(rejected, call) };
    }
}
