namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Lists the accounts or units right below a root or a unit.</summary>
public sealed class ListChildren : IReadOperation<ListChildrenRequest, ListChildrenResult>
{
    /// <inheritdoc/>
    public ListChildrenResult Run(ListChildrenRequest request, ReadCall call)
    {
        var parent = Nodes.Parent(call, Realm.Seen(call), request.ParentId);
        var kind = request.ChildType == ChildType.Account ? NodeKind.Account : NodeKind.Unit;
        var (page, next) = Page.Of(
            Nodes.Below(call, parent, kind), n => n.Id.Value, request.MaxResults, request.NextToken);
        return new()
        {
            Children = [.. page.Select(n => new Child { Id = n.Id.Value, Type = request.ChildType })],
            NextToken = next,
        };
    }
}
