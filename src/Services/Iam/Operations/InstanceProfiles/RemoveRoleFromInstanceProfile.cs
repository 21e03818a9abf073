using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>Takes a role out of an instance profile.</summary>
public sealed class RemoveRoleFromInstanceProfile
    : IWriteOperation<RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResult>
{
    /// <inheritdoc/>
    public RemoveRoleFromInstanceProfileResult Run(RemoveRoleFromInstanceProfileRequest request, Call call)
    {
        var profile = ProfileRules.Get(call, request.InstanceProfileName);
        var role = Holders.Role(call, request.RoleName);
        if (profile.Role != role.Key.Value)
        {
            throw Errors.NoSuchEntity(
                $"Role {role.Name} cannot be found in Instance Profile {profile.Name}.");
        }

        call.Ours(Tables.Profiles).Put(profile with { Role = null });
        return new();
    }
}
