using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Begins to remove a service-linked role: a task does it, if the service lets go.</summary>
public sealed class DeleteServiceLinkedRole
    : IWriteOperation<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResult>
{
    /// <inheritdoc/>
    public DeleteServiceLinkedRoleResult Run(DeleteServiceLinkedRoleRequest request, Call call) =>
        new() { DeletionTaskId = ServiceRoles.BeginDeletion(call, Holders.Role(call, request.RoleName)) };
}
