namespace Orrery.Services.Organizations.Operations.Delegation;

/// <summary>Lists the accounts that administer services, or one service.</summary>
public sealed class ListDelegatedAdministrators
    : IReadOperation<ListDelegatedAdministratorsRequest, ListDelegatedAdministratorsResult>
{
    /// <inheritdoc/>
    public ListDelegatedAdministratorsResult Run(ListDelegatedAdministratorsRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var first = Delegates.Of(call, organization)
            .Where(d => request.ServicePrincipal is not { } service || d.Service == service)
            .GroupBy(d => d.Account).Select(g => g.MinBy(d => d.At)!);
        var (page, next) = Page.Of(first, d => d.Account, request.MaxResults, request.NextToken);
        return new()
        {
            DelegatedAdministrators =
            [
                .. page.Select(d => (d.At, Account: Nodes.Find(call, organization, d.Account)!))
                    .Select(d => (d.At, Account: Show.Account(call, organization, d.Account)))
                    .Select(d => new DelegatedAdministrator
                    {
                        Id = d.Account.Id,
                        Arn = d.Account.Arn,
                        Email = d.Account.Email,
                        Name = d.Account.Name,
                        Status = d.Account.Status,
                        State = d.Account.State,
                        JoinedMethod = d.Account.JoinedMethod,
                        JoinedTimestamp = d.Account.JoinedTimestamp,
                        DelegationEnabledDate = d.At,
                    }),
            ],
            NextToken = next,
        };
    }
}
