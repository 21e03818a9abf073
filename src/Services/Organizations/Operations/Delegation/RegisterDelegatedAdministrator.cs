namespace Orrery.Services.Organizations.Operations.Delegation;

/// <summary>Lets an account administer a service that was let into the organization.</summary>
public sealed class RegisterDelegatedAdministrator
    : IWriteOperation<RegisterDelegatedAdministratorRequest, RegisterDelegatedAdministratorResult>
{
    /// <inheritdoc/>
    public RegisterDelegatedAdministratorResult Run(RegisterDelegatedAdministratorRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        var service = request.ServicePrincipal!;
        if (account.Id.Value == organization.Management)
        {
            throw Errors.Constraint(
                "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", "You can't register the management account.");
        }

        if (account.ClosingAt is not null)
        {
            throw Errors.Constraint(
                "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR",
                "You can't register a suspended account.");
        }

        if (organization.Services.All(s => s.Service != service))
            throw Errors.Constraint("SERVICE_ACCESS_NOT_ENABLED", "Call EnableAWSServiceAccess for the service first.");
        var id = DelegateRecord.Of(account.Id.Value, service);
        if (call.All(Tables.Delegates).Contains(id))
        {
            throw Errors.Of(
                "AccountAlreadyRegisteredException",
                "The specified account is already a delegated administrator for this service.");
        }

        call.Keep(Tables.Delegates).Put(new()
        {
            Id = id, Organization = organization.Id.Value, Account = account.Id.Value, Service = service, At = call.Now,
        });
        return new();
    }
}
