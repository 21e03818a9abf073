namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Takes an account out of the organization, not before it is four days old.</summary>
public sealed class RemoveAccountFromOrganization
    : IWriteOperation<RemoveAccountFromOrganizationRequest, RemoveAccountFromOrganizationResult>
{
    /// <inheritdoc/>
    public RemoveAccountFromOrganizationResult Run(RemoveAccountFromOrganizationRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        Departure.Leave(call, organization, Nodes.Get(call, organization, request.AccountId, NodeKind.Account));
        return new();
    }
}
