using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Invitations;

/// <summary>Lists the invitations that the caller's account was sent.</summary>
public sealed class GetResourceShareInvitations
    : IReadOperation<GetResourceShareInvitationsRequest, GetResourceShareInvitationsResult>
{
    /// <inheritdoc/>
    public GetResourceShareInvitationsResult Run(GetResourceShareInvitationsRequest request, ReadCall call)
    {
        foreach (var arn in request.ResourceShareInvitationArns ?? [])
        {
            if (Arns.OpenInvitation(arn) is var (_, id) && call.Read(Tables.Invitations).Find(id) is null)
            {
                throw Errors.NoInvitation(arn);
            }
        }

        var found = call.Read(Tables.Invitations).All().Select(i => ShareViews.Of(call.Scope, i))
            .Where(i => request.ResourceShareInvitationArns is not { Count: > 0 } arns
                || arns.Contains(i.ResourceShareInvitationArn!))
            .Where(i => request.ResourceShareArns is not { Count: > 0 } arns || arns.Contains(i.ResourceShareArn!));
        var (items, next) = Pages.Of(
            found, i => i.ResourceShareInvitationArn!, request.MaxResults, request.NextToken);
        return new() { ResourceShareInvitations = items, NextToken = next };
    }
}
