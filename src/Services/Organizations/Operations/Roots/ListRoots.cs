namespace Orrery.Services.Organizations.Operations.Roots;

/// <summary>Lists the root; an organization has one.</summary>
public sealed class ListRoots : IReadOperation<ListRootsRequest, ListRootsResult>
{
    /// <inheritdoc/>
    public ListRootsResult Run(ListRootsRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var (page, next) = Page.Of(
            [Nodes.Find(call, organization, organization.Root)!], r => r.Id.Value, request.MaxResults,
            request.NextToken);
        return new() { Roots = [.. page.Select(r => Show.Root(organization, r))], NextToken = next };
    }
}
