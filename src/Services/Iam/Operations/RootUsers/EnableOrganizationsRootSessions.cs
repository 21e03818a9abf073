using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RootUsers;

/// <summary>Lets the management account do tasks of root users in member accounts.</summary>
public sealed class EnableOrganizationsRootSessions
    : IWriteOperation<EnableOrganizationsRootSessionsRequest, EnableOrganizationsRootSessionsResult>
{
    /// <inheritdoc/>
    public EnableOrganizationsRootSessionsResult Run(
        EnableOrganizationsRootSessionsRequest request, Call call)
    {
        var (organization, features) = RootAccess.Enable(call, FeatureType.RootSessions);
        return new() { OrganizationId = organization, EnabledFeatures = features };
    }
}
