using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayPeering;

/// <summary>Accepts a request for a peering, as the owner of the other gateway and in its region.</summary>
public sealed class AcceptTransitGatewayPeeringAttachment
    : IWriteOperation<AcceptTransitGatewayPeeringAttachmentRequest, AcceptTransitGatewayPeeringAttachmentResult>
{
    /// <inheritdoc/>
    public AcceptTransitGatewayPeeringAttachmentResult Run(
        AcceptTransitGatewayPeeringAttachmentRequest request, Call call)
    {
        var asked = TransitPeerings.ToAnswer(call, request.TransitGatewayAttachmentId!, "accept");
        TransitLimits.CheckAcceptedPeerings(call, asked.Peering!.Accepter.TransitGatewayId);
        var accepted = TransitAttachments.Move(call, asked, TransitGatewayAttachmentState.Pending);
        TransitAttachmentLoop.Continue(call, accepted);
        return new() { TransitGatewayPeeringAttachment = TransitAttachmentView.OfPeering(accepted, call) };
    }
}
