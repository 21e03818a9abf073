using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>Attaches a managed policy to a user.</summary>
public sealed class AttachUserPolicy : IWriteOperation<AttachUserPolicyRequest, AttachUserPolicyResult>
{
    /// <inheritdoc/>
    public AttachUserPolicyResult Run(AttachUserPolicyRequest request, Call call)
    {
        Attachments.Attach(call, Holders.User(call, request.UserName), request.PolicyArn!);
        return new();
    }
}
