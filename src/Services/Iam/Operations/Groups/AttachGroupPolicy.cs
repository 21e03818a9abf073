using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Attaches a managed policy to a group.</summary>
public sealed class AttachGroupPolicy : IWriteOperation<AttachGroupPolicyRequest, AttachGroupPolicyResult>
{
    /// <inheritdoc/>
    public AttachGroupPolicyResult Run(AttachGroupPolicyRequest request, Call call)
    {
        Attachments.Attach(call, Holders.Group(call, request.GroupName), request.PolicyArn!);
        return new();
    }
}
