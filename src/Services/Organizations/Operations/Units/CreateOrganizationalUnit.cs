using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Operations.Units;

/// <summary>Makes a unit below the root or another unit.</summary>
public sealed class CreateOrganizationalUnit
    : IWriteOperation<CreateOrganizationalUnitRequest, CreateOrganizationalUnitResult>
{
    /// <inheritdoc/>
    public CreateOrganizationalUnitResult Run(CreateOrganizationalUnitRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var parent = Nodes.Parent(call, organization, request.ParentId);
        Nodes.RefuseTwin(call, parent, request.Name!);
        Nodes.Hold(call, organization, parent);
        var unit = Nodes.Add(call, organization, new()
        {
            Id = OrgIds.New(call, $"ou-{organization.Root[2..]}-", 8),
            Kind = NodeKind.Unit,
            Organization = organization.Id.Value,
            Parent = parent.Id.Value,
            Name = request.Name!,
            Tags = OrgTags.With(TagSet.Empty, request.Tags),
            Since = call.Now,
        });
        return new() { OrganizationalUnit = Show.Unit(call, organization, unit) };
    }
}
