using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>A role.</summary>
public sealed class GetRole : IReadOperation<GetRoleRequest, GetRoleResult>
{
    /// <inheritdoc/>
    public GetRoleResult Run(GetRoleRequest request, ReadCall call) =>
        new() { Role = Show.Of(call, Holders.Role(call, request.RoleName)) };
}
