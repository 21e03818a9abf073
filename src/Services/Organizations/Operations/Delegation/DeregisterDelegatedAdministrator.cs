namespace Orrery.Services.Organizations.Operations.Delegation;

/// <summary>Ends that an account administers a service.</summary>
public sealed class DeregisterDelegatedAdministrator
    : IWriteOperation<DeregisterDelegatedAdministratorRequest, DeregisterDelegatedAdministratorResult>
{
    /// <inheritdoc/>
    public DeregisterDelegatedAdministratorResult Run(DeregisterDelegatedAdministratorRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        if (!call.Keep(Tables.Delegates).Remove(DelegateRecord.Of(account.Id.Value, request.ServicePrincipal!)))
        {
            throw Errors.Of(
                "AccountNotRegisteredException",
                "The specified account is not a delegated administrator for this service.");
        }

        return new();
    }
}
