namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Invites an account, by its number or its address.</summary>
public sealed class InviteAccountToOrganization
    : IWriteOperation<InviteAccountToOrganizationRequest, InviteAccountToOrganizationResult>
{
    /// <inheritdoc/>
    public InviteAccountToOrganizationResult Run(InviteAccountToOrganizationRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        return new() { Handshake = Show.Of(call, Rules.Handshakes.Invite(call, organization, request)) };
    }
}
