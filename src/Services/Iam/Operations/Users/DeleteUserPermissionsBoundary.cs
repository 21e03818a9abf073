using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Removes the permissions boundary of a user.</summary>
public sealed class DeleteUserPermissionsBoundary
    : IWriteOperation<DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResult>
{
    /// <inheritdoc/>
    public DeleteUserPermissionsBoundaryResult Run(DeleteUserPermissionsBoundaryRequest request, Call call)
    {
        Boundaries.Delete(call, Holders.User(call, request.UserName));
        return new();
    }
}
