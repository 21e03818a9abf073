using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Detaches a managed policy from a group.</summary>
public sealed class DetachGroupPolicy : IWriteOperation<DetachGroupPolicyRequest, DetachGroupPolicyResult>
{
    /// <inheritdoc/>
    public DetachGroupPolicyResult Run(DetachGroupPolicyRequest request, Call call)
    {
        Attachments.Detach(call, Holders.Group(call, request.GroupName), request.PolicyArn!);
        return new();
    }
}
