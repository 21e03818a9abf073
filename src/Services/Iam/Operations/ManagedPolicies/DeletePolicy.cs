using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Removes a managed policy that is attached nowhere and has its default version only.</summary>
public sealed class DeletePolicy : IWriteOperation<DeletePolicyRequest, DeletePolicyResult>
{
    /// <inheritdoc/>
    public DeletePolicyResult Run(DeletePolicyRequest request, Call call)
    {
        var policy = Shelf.Own(call, request.PolicyArn!);
        if (Shelf.Attachments(call, policy.Arn) + Shelf.Boundaries(call, policy.Arn) > 0)
            throw new ServiceException("DeleteConflict", "Cannot delete a policy attached to entities.", 409);
        if (policy.Versions.Count > 1)
        {
            throw new ServiceException(
                "DeleteConflict",
                "This policy has more than one version. Before you delete a policy, you must delete the policy's "
                + "versions. The default version is deleted with the policy.",
                409);
        }

        call.Ours(Tables.Policies).Remove(policy.Key);
        return new();
    }
}
