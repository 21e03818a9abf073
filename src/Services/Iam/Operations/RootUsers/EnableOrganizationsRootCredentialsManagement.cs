using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RootUsers;

/// <summary>Lets the credentials of root users be managed from the management account.</summary>
public sealed class EnableOrganizationsRootCredentialsManagement
    : IWriteOperation<
        EnableOrganizationsRootCredentialsManagementRequest, EnableOrganizationsRootCredentialsManagementResult>
{
    /// <inheritdoc/>
    public EnableOrganizationsRootCredentialsManagementResult Run(
        EnableOrganizationsRootCredentialsManagementRequest request, Call call)
    {
        var (organization, features) = RootAccess.Enable(call, FeatureType.RootCredentialsManagement);
        return new() { OrganizationId = organization, EnabledFeatures = features };
    }
}
