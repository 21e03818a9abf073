using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Changes what a role is for.</summary>
public sealed class UpdateRoleDescription : IWriteOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResult>
{
    /// <inheritdoc/>
    public UpdateRoleDescriptionResult Run(UpdateRoleDescriptionRequest request, Call call)
    {
        var role = Holders.Role(call, request.RoleName) with { Description = request.Description };
        Holders.Put(call, role);
        return new() { Role = Show.Of(call, role) };
    }
}
