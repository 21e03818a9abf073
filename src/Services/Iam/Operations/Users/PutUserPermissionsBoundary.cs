using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Sets the permissions boundary of a user.</summary>
public sealed class PutUserPermissionsBoundary
    : IWriteOperation<PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResult>
{
    /// <inheritdoc/>
    public PutUserPermissionsBoundaryResult Run(PutUserPermissionsBoundaryRequest request, Call call)
    {
        Boundaries.Put(call, Holders.User(call, request.UserName), request.PermissionsBoundary!);
        return new();
    }
}
