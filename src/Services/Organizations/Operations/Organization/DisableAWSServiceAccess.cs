namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Shuts a service out of the accounts.</summary>
public sealed class DisableAWSServiceAccess
    : IWriteOperation<DisableAWSServiceAccessRequest, DisableAWSServiceAccessResult>
{
    /// <inheritdoc/>
    public DisableAWSServiceAccessResult Run(DisableAWSServiceAccessRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        if (Delegates.Of(call, organization).Any(d => d.Service == request.ServicePrincipal))
        {
            throw Errors.Constraint(
                "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE", "Deregister the delegated administrators first.");
        }

        call.Keep(Tables.Organizations).Put(organization with
        {
            Services = [.. organization.Services.Where(s => s.Service != request.ServicePrincipal)],
        });
        return new();
    }
}
