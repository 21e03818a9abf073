using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Removes the permissions boundary of a role.</summary>
public sealed class DeleteRolePermissionsBoundary
    : IWriteOperation<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResult>
{
    /// <inheritdoc/>
    public DeleteRolePermissionsBoundaryResult Run(DeleteRolePermissionsBoundaryRequest request, Call call)
    {
        Boundaries.Delete(call, Holders.OwnRole(call, request.RoleName));
        return new();
    }
}
