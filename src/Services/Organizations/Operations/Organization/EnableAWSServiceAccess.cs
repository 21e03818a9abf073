namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Lets a service into all accounts.</summary>
public sealed class EnableAWSServiceAccess
    : IWriteOperation<EnableAWSServiceAccessRequest, EnableAWSServiceAccessResult>
{
    /// <inheritdoc/>
    public EnableAWSServiceAccessResult Run(EnableAWSServiceAccessRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var service = request.ServicePrincipal!;
        if (organization.Features != OrganizationFeatureSet.All)
            throw Errors.Constraint("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "All features have to be enabled.");
        if (organization.Services.All(s => s.Service != service))
        {
            call.Keep(Tables.Organizations).Put(organization with
            {
                Services = [.. organization.Services, new(service, call.Now)],
            });
        }

        return new();
    }
}
