using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RootUsers;

/// <summary>Ends that the credentials of root users are managed from one place.</summary>
public sealed class DisableOrganizationsRootCredentialsManagement
    : IWriteOperation<
        DisableOrganizationsRootCredentialsManagementRequest, DisableOrganizationsRootCredentialsManagementResult>
{
    /// <inheritdoc/>
    public DisableOrganizationsRootCredentialsManagementResult Run(
        DisableOrganizationsRootCredentialsManagementRequest request, Call call)
    {
        var (organization, features) = RootAccess.Disable(call, FeatureType.RootCredentialsManagement);
        return new() { OrganizationId = organization, EnabledFeatures = features };
    }
}
