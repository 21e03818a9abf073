using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>Puts a role into an instance profile; one goes in.</summary>
public sealed class AddRoleToInstanceProfile
    : IWriteOperation<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResult>
{
    /// <inheritdoc/>
    public AddRoleToInstanceProfileResult Run(AddRoleToInstanceProfileRequest request, Call call)
    {
        var profile = ProfileRules.Get(call, request.InstanceProfileName);
        var role = Holders.OwnRole(call, request.RoleName);
        if (profile.Role is not null) throw Errors.Quota("InstanceSessionsPerInstanceProfile", 1);
        call.Ours(Tables.Profiles).Put(profile with { Role = role.Key.Value });
        return new();
    }
}
