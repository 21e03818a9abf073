namespace Orrery.Services.Organizations.Operations.Units;

/// <summary>Shows a unit.</summary>
public sealed class DescribeOrganizationalUnit
    : IReadOperation<DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResult>
{
    /// <inheritdoc/>
    public DescribeOrganizationalUnitResult Run(DescribeOrganizationalUnitRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var unit = Nodes.Get(call, organization, request.OrganizationalUnitId, NodeKind.Unit);
        return new() { OrganizationalUnit = Show.Unit(call, organization, unit) };
    }
}
