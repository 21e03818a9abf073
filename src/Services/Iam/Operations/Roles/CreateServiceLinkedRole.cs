using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>
/// Makes the role that a service is linked to: only the service can assume it, and it alone decides what it may.
/// </summary>
public sealed class CreateServiceLinkedRole
    : IWriteOperation<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResult>
{
    /// <inheritdoc/>
    public CreateServiceLinkedRoleResult Run(CreateServiceLinkedRoleRequest request, Call call)
    {
        var role = ServiceRoles.Create(call, request.AWSServiceName!, request.Description, request.CustomSuffix);
        return new() { Role = Show.Of(call, role) with { RoleLastUsed = null } };
    }
}
