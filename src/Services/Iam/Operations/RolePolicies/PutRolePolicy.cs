using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>Adds an inline policy to a role, or replaces the one of that name.</summary>
public sealed class PutRolePolicy : IWriteOperation<PutRolePolicyRequest, PutRolePolicyResult>
{
    /// <inheritdoc/>
    public PutRolePolicyResult Run(PutRolePolicyRequest request, Call call)
    {
        InlinePolicies.Put(call, Holders.OwnRole(call, request.RoleName), request.PolicyName!, request.PolicyDocument!);
        return new();
    }
}
