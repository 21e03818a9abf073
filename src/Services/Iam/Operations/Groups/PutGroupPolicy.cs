using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Adds an inline policy to a group, or replaces the one of that name.</summary>
public sealed class PutGroupPolicy : IWriteOperation<PutGroupPolicyRequest, PutGroupPolicyResult>
{
    /// <inheritdoc/>
    public PutGroupPolicyResult Run(PutGroupPolicyRequest request, Call call)
    {
        InlinePolicies.Put(call, Holders.Group(call, request.GroupName), request.PolicyName!, request.PolicyDocument!);
        return new();
    }
}
