using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RootUsers;

/// <summary>What is centralized of the root users of the organization.</summary>
public sealed class ListOrganizationsFeatures
    : IReadOperation<ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResult>
{
    /// <inheritdoc/>
    public ListOrganizationsFeaturesResult Run(ListOrganizationsFeaturesRequest request, ReadCall call)
    {
        var organization = RootAccess.Asked(call);
        return new()
        {
            OrganizationId = organization.Id, EnabledFeatures = RootAccess.FeaturesOf(call, organization),
        };
    }
}
