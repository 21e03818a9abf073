namespace Orrery.Services.Organizations.Operations.Units;

/// <summary>Lists the units right below a root or a unit.</summary>
public sealed class ListOrganizationalUnitsForParent
    : IReadOperation<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResult>
{
    /// <inheritdoc/>
    public ListOrganizationalUnitsForParentResult Run(ListOrganizationalUnitsForParentRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var units = Nodes.Below(call, Nodes.Parent(call, organization, request.ParentId), NodeKind.Unit);
        var (page, next) = Page.Of(units, u => u.Id.Value, request.MaxResults, request.NextToken);
        return new()
        {
            OrganizationalUnits = [.. page.Select(u => Show.Unit(call, organization, u))], NextToken = next,
        };
    }
}
