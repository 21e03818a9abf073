using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>An inline policy of a role.</summary>
public sealed class GetRolePolicy : IReadOperation<GetRolePolicyRequest, GetRolePolicyResult>
{
    /// <inheritdoc/>
    public GetRolePolicyResult Run(GetRolePolicyRequest request, ReadCall call)
    {
        var role = Holders.Role(call, request.RoleName);
        return new()
        {
            RoleName = role.Name,
            PolicyName = request.PolicyName,
            PolicyDocument = Documents.Encoded(InlinePolicies.Get(role, request.PolicyName!)),
        };
    }
}
