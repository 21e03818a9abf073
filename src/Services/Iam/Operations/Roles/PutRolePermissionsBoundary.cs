using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Sets the permissions boundary of a role.</summary>
public sealed class PutRolePermissionsBoundary
    : IWriteOperation<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResult>
{
    /// <inheritdoc/>
    public PutRolePermissionsBoundaryResult Run(PutRolePermissionsBoundaryRequest request, Call call)
    {
        Boundaries.Put(call, Holders.OwnRole(call, request.RoleName), request.PermissionsBoundary!);
        return new();
    }
}
