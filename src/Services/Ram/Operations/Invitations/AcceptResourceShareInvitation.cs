using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Invitations;

/// <summary>Accepts an invitation: what is in the share can be used from now on.</summary>
public sealed class AcceptResourceShareInvitation
    : IWriteOperation<AcceptResourceShareInvitationRequest, AcceptResourceShareInvitationResult>
{
    /// <inheritdoc/>
    public AcceptResourceShareInvitationResult Run(AcceptResourceShareInvitationRequest request, Call call)
    {
        var pending = Rules.Invitations.Pending(call, request.ResourceShareInvitationArn!);
        var ended = Rules.Invitations.End(call, pending, ResourceShareInvitationStatus.Accepted);
        return new()
        {
            ResourceShareInvitation = ShareViews.Of(call.Scope, ended), ClientToken = request.ClientToken,
        };
    }
}
