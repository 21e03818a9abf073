namespace Orrery.Services.Organizations.Operations.Units;

/// <summary>Renames a unit.</summary>
public sealed class UpdateOrganizationalUnit
    : IWriteOperation<UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResult>
{
    /// <inheritdoc/>
    public UpdateOrganizationalUnitResult Run(UpdateOrganizationalUnitRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var unit = Nodes.Get(call, organization, request.OrganizationalUnitId, NodeKind.Unit);
        Nodes.RefuseTwin(call, Nodes.Parent(call, organization, unit.Parent), request.Name ?? unit.Name, unit.Id);
        unit = unit with { Name = request.Name ?? unit.Name };
        call.Keep(Tables.Nodes).Put(unit);
        return new() { OrganizationalUnit = Show.Unit(call, organization, unit) };
    }
}
