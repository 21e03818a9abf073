using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>Attaches a managed policy to a role.</summary>
public sealed class AttachRolePolicy : IWriteOperation<AttachRolePolicyRequest, AttachRolePolicyResult>
{
    /// <inheritdoc/>
    public AttachRolePolicyResult Run(AttachRolePolicyRequest request, Call call)
    {
        Attachments.Attach(call, Holders.OwnRole(call, request.RoleName), request.PolicyArn!);
        return new();
    }
}
