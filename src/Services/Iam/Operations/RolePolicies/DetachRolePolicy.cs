using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>Detaches a managed policy from a role.</summary>
public sealed class DetachRolePolicy : IWriteOperation<DetachRolePolicyRequest, DetachRolePolicyResult>
{
    /// <inheritdoc/>
    public DetachRolePolicyResult Run(DetachRolePolicyRequest request, Call call)
    {
        Attachments.Detach(call, Holders.OwnRole(call, request.RoleName), request.PolicyArn!);
        return new();
    }
}
