using Orrery.Contracts.Identity;

namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Lets a service into all accounts.</summary>
public sealed class EnableAWSServiceAccess
    : IWriteOperation<EnableAWSServiceAccessRequest, EnableAWSServiceAccessResult>
{
    private const string Domain = ".amazonaws.com";

    /// <inheritdoc/>
    public EnableAWSServiceAccessResult Run(EnableAWSServiceAccessRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var service = request.ServicePrincipal!;
        if (organization.Features != OrganizationFeatureSet.All)
            throw Errors.Constraint("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "All features have to be enabled.");
        if (!IsService(service)) throw Errors.Input("You specified an unrecognized service principal.");
        if (organization.Services.All(s => s.Service != service))
        {
            call.Keep(Tables.Organizations).Put(organization with
            {
                Services = [.. organization.Services, new(service, call.Now)],
            });
        }

        return new();
    }

    // Which services work with Organizations is in no model: names of services are taken. Text:
    // pepperize/cdk-organizations#1718; the reason is UNRECOGNIZED_SERVICE_PRINCIPAL (botocore model).
    private static bool IsService(string name) =>
        name.EndsWith(Domain, StringComparison.Ordinal) && ServicePrincipals.MayBe(name)
        && name[..^Domain.Length].Split('.').All(static part => part.Length > 0
            && part.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
