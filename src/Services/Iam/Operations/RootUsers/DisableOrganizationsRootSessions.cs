using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RootUsers;

/// <summary>Ends that tasks of root users are done from one place.</summary>
public sealed class DisableOrganizationsRootSessions
    : IWriteOperation<DisableOrganizationsRootSessionsRequest, DisableOrganizationsRootSessionsResult>
{
    /// <inheritdoc/>
    public DisableOrganizationsRootSessionsResult Run(
        DisableOrganizationsRootSessionsRequest request, Call call)
    {
        var (organization, features) = RootAccess.Disable(call, FeatureType.RootSessions);
        return new() { OrganizationId = organization, EnabledFeatures = features };
    }
}
