using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Removes a role that has no policies and is in no instance profile. Its sessions end with it.</summary>
public sealed class DeleteRole : IWriteOperation<DeleteRoleRequest, DeleteRoleResult>
{
    /// <inheritdoc/>
    public DeleteRoleResult Run(DeleteRoleRequest request, Call call)
    {
        var role = Holders.OwnRole(call, request.RoleName);
        if (call.Mine(Tables.Profiles).HasAny(Tables.ProfilesByRole, role.Key.Value))
            throw Errors.Conflict("remove roles from instance profile");
        HolderRules.RefuseWithPolicies(role);
        call.Ours(Tables.Roles).Remove(role.Key);
        TrustedPrincipals.Replace(call, role.Arn, role.Id);
        return new();
    }
}
