using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>Adds an inline policy to a user, or replaces the one of that name.</summary>
public sealed class PutUserPolicy : IWriteOperation<PutUserPolicyRequest, PutUserPolicyResult>
{
    /// <inheritdoc/>
    public PutUserPolicyResult Run(PutUserPolicyRequest request, Call call)
    {
        InlinePolicies.Put(call, Holders.User(call, request.UserName), request.PolicyName!, request.PolicyDocument!);
        return new();
    }
}
