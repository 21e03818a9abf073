namespace Orrery.Services.Organizations.Operations.Organization;

/// <summary>Lists the services that were let into the accounts.</summary>
public sealed class ListAWSServiceAccessForOrganization
    : IReadOperation<ListAWSServiceAccessForOrganizationRequest, ListAWSServiceAccessForOrganizationResult>
{
    /// <inheritdoc/>
    public ListAWSServiceAccessForOrganizationResult Run(
        ListAWSServiceAccessForOrganizationRequest request, ReadCall call)
    {
        var (page, next) = Page.Of(Realm.Seen(call).Services, s => s.Service, request.MaxResults, request.NextToken);
        return new()
        {
            EnabledServicePrincipals =
                [.. page.Select(s => new EnabledServicePrincipal { ServicePrincipal = s.Service, DateEnabled = s.At })],
            NextToken = next,
        };
    }
}
