using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayPeering;

/// <summary>
/// Begins to delete a peering, from either side; a request that waits can be taken back by who made it. Static routes
/// over it stay, as blackholes.
/// </summary>
public sealed class DeleteTransitGatewayPeeringAttachment
    : IWriteOperation<DeleteTransitGatewayPeeringAttachmentRequest, DeleteTransitGatewayPeeringAttachmentResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayPeeringAttachmentResult Run(
        DeleteTransitGatewayPeeringAttachmentRequest request, Call call)
    {
        var peering = TransitPeerings.Get(call, request.TransitGatewayAttachmentId!);
        var mayEnd = peering.State switch
        {
            TransitGatewayAttachmentState.Available => true,
            TransitGatewayAttachmentState.PendingAcceptance =>
                TransitAttachments.ScopeOf(peering.Peering!.Requester) == call.Scope,
            _ => false,
        };
        if (!mayEnd)
        {
            throw TransitStates.Invalid(peering.Id.Value);
        }

        var deleting = TransitAttachmentLoop.End(call, peering);
        return new() { TransitGatewayPeeringAttachment = TransitAttachmentView.OfPeering(deleting, call) };
    }
}
