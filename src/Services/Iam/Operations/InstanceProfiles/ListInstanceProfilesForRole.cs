using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>The instance profiles that a role is in.</summary>
public sealed class ListInstanceProfilesForRole
    : IReadOperation<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResult>
{
    /// <inheritdoc/>
    public ListInstanceProfilesForRoleResult Run(ListInstanceProfilesForRoleRequest request, ReadCall call)
    {
        var role = Holders.Role(call, request.RoleName);
        var page = Page.Of(
            call.Mine(Tables.Profiles).By(Tables.ProfilesByRole, role.Key.Value), p => p.Key.Value, request.Marker,
            request.MaxItems);
        return new()
        {
            InstanceProfiles = page.Of(p => Show.Of(call, p) with { Tags = null }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
