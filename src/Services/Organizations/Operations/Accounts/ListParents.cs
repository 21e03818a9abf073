namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>Lists what an account or a unit stands right below: it is one.</summary>
public sealed class ListParents : IReadOperation<ListParentsRequest, ListParentsResult>
{
    /// <inheritdoc/>
    public ListParentsResult Run(ListParentsRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        if (Nodes.Find(call, organization, request.ChildId) is not { Parent: { } parent })
            throw Errors.NotFound("Child");
        var (page, next) = Page.Of([parent], p => p, request.MaxResults, request.NextToken);
        return new()
        {
            Parents =
            [
                .. page.Select(p => new Parent
                {
                    Id = p, Type = p == organization.Root ? ParentType.Root : ParentType.OrganizationalUnit,
                }),
            ],
            NextToken = next,
        };
    }
}
