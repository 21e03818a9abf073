namespace Orrery.Services.Organizations.Operations.Units;

/// <summary>Removes a unit in which nothing is left.</summary>
public sealed class DeleteOrganizationalUnit
    : IWriteOperation<DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResult>
{
    /// <inheritdoc/>
    public DeleteOrganizationalUnitResult Run(DeleteOrganizationalUnitRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var unit = Nodes.Get(call, organization, request.OrganizationalUnitId, NodeKind.Unit);
        if (Nodes.Below(call, unit, NodeKind.Unit).Any() || Nodes.Below(call, unit, NodeKind.Account).Any())
        {
            throw Errors.Of(
                "OrganizationalUnitNotEmptyException",
                "The specified OU is not empty. Move all accounts and OUs out of it.");
        }

        call.Keep(Tables.Nodes).Remove(unit.Id);
        return new();
    }
}
