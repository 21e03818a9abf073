namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Lists the accounts right below a root or a unit.</summary>
public sealed class ListAccountsForParent : IReadOperation<ListAccountsForParentRequest, ListAccountsForParentResult>
{
    /// <inheritdoc/>
    public ListAccountsForParentResult Run(ListAccountsForParentRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var accounts = Nodes.Below(call, Nodes.Parent(call, organization, request.ParentId), NodeKind.Account);
        var (page, next) = Page.Of(accounts, a => a.Id.Value, request.MaxResults, request.NextToken);
        return new() { Accounts = [.. page.Select(a => Show.Account(call, organization, a))], NextToken = next };
    }
}
