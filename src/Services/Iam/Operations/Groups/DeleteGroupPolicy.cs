using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Removes an inline policy of a group.</summary>
public sealed class DeleteGroupPolicy : IWriteOperation<DeleteGroupPolicyRequest, DeleteGroupPolicyResult>
{
    /// <inheritdoc/>
    public DeleteGroupPolicyResult Run(DeleteGroupPolicyRequest request, Call call)
    {
        InlinePolicies.Delete(call, Holders.Group(call, request.GroupName), request.PolicyName!);
        return new();
    }
}
