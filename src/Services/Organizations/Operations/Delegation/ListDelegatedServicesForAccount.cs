namespace Orrery.Services.Organizations.Operations.Delegation;

/// <summary>Lists the services that an account administers.</summary>
public sealed class ListDelegatedServicesForAccount
    : IReadOperation<ListDelegatedServicesForAccountRequest, ListDelegatedServicesForAccountResult>
{
    /// <inheritdoc/>
    public ListDelegatedServicesForAccountResult Run(ListDelegatedServicesForAccountRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var account = Nodes.Get(call, organization, request.AccountId, NodeKind.Account);
        var own = Delegates.Of(call, organization, account.Id.Value).ToList();
        if (own.Count == 0)
        {
            throw Errors.Of(
                "AccountNotRegisteredException", "The specified account is not a delegated administrator.");
        }

        var (page, next) = Page.Of(own, d => d.Service, request.MaxResults, request.NextToken);
        return new()
        {
            DelegatedServices =
            [
                .. page.Select(d => new DelegatedService
                {
                    ServicePrincipal = d.Service, DelegationEnabledDate = d.At,
                }),
            ],
            NextToken = next,
        };
    }
}
