using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Changes what a role is for and how long its sessions may last.</summary>
public sealed class UpdateRole : IWriteOperation<UpdateRoleRequest, UpdateRoleResult>
{
    /// <inheritdoc/>
    public UpdateRoleResult Run(UpdateRoleRequest request, Call call)
    {
        var role = Holders.Role(call, request.RoleName);
        if (role.LinkedService is not null && request.MaxSessionDuration is not null) throw Errors.Protected(role.Name);
        Holders.Put(call, role with
        {
            Description = request.Description ?? role.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? role.MaxSessionDuration,
        });
        return new();
    }
}
