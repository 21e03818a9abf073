using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>Removes an inline policy of a role.</summary>
public sealed class DeleteRolePolicy : IWriteOperation<DeleteRolePolicyRequest, DeleteRolePolicyResult>
{
    /// <inheritdoc/>
    public DeleteRolePolicyResult Run(DeleteRolePolicyRequest request, Call call)
    {
        InlinePolicies.Delete(call, Holders.OwnRole(call, request.RoleName), request.PolicyName!);
        return new();
    }
}
