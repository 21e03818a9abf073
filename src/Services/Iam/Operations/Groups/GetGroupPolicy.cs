using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>An inline policy of a group.</summary>
public sealed class GetGroupPolicy : IReadOperation<GetGroupPolicyRequest, GetGroupPolicyResult>
{
    /// <inheritdoc/>
    public GetGroupPolicyResult Run(GetGroupPolicyRequest request, ReadCall call)
    {
        var group = Holders.Group(call, request.GroupName);
        return new()
        {
            GroupName = group.Name,
            PolicyName = request.PolicyName,
            PolicyDocument = Documents.Encoded(InlinePolicies.Get(group, request.PolicyName!)),
        };
    }
}
