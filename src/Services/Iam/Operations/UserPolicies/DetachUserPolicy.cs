using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>Detaches a managed policy from a user.</summary>
public sealed class DetachUserPolicy : IWriteOperation<DetachUserPolicyRequest, DetachUserPolicyResult>
{
    /// <inheritdoc/>
    public DetachUserPolicyResult Run(DetachUserPolicyRequest request, Call call)
    {
        Attachments.Detach(call, Holders.User(call, request.UserName), request.PolicyArn!);
        return new();
    }
}
