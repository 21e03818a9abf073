using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>Removes an inline policy of a user.</summary>
public sealed class DeleteUserPolicy : IWriteOperation<DeleteUserPolicyRequest, DeleteUserPolicyResult>
{
    /// <inheritdoc/>
    public DeleteUserPolicyResult Run(DeleteUserPolicyRequest request, Call call)
    {
        InlinePolicies.Delete(call, Holders.User(call, request.UserName), request.PolicyName!);
        return new();
    }
}
