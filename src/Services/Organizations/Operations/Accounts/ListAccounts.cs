namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Lists the accounts.</summary>
public sealed class ListAccounts : IReadOperation<ListAccountsRequest, ListAccountsResult>
{
    /// <inheritdoc/>
    public ListAccountsResult Run(ListAccountsRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var accounts = Nodes.Of(call, organization).Where(n => n.Kind == NodeKind.Account);
        var (page, next) = Page.Of(accounts, a => a.Id.Value, request.MaxResults, request.NextToken);
        return new() { Accounts = [.. page.Select(a => Show.Account(call, organization, a))], NextToken = next };
    }
}
