using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Invitations;

/// <summary>Rejects an invitation: the association of the account fails.</summary>
public sealed class RejectResourceShareInvitation
    : IWriteOperation<RejectResourceShareInvitationRequest, RejectResourceShareInvitationResult>
{
    /// <inheritdoc/>
    public RejectResourceShareInvitationResult Run(RejectResourceShareInvitationRequest request, Call call)
    {
        var pending = Rules.Invitations.Pending(call, request.ResourceShareInvitationArn!);
        var ended = Rules.Invitations.End(call, pending, ResourceShareInvitationStatus.Rejected);
        return new()
        {
            ResourceShareInvitation = ShareViews.Of(call.Scope, ended), ClientToken = request.ClientToken,
        };
    }
}
