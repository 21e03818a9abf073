namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Removes a policy that is attached to nothing.</summary>
public sealed class DeletePolicy : IWriteOperation<DeletePolicyRequest, DeletePolicyResult>
{
    /// <inheritdoc/>
    public DeletePolicyResult Run(DeletePolicyRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var policy = ControlPolicies.Own(call, organization, request.PolicyId);
        if (ControlPolicies.Targets(call, organization, policy).Any())
        {
            throw Errors.Of(
                "PolicyInUseException",
                "The policy is attached to one or more entities. Detach it from all of them first.");
        }

        call.Keep(Tables.Policies).Remove(policy.Id);
        return new();
    }
}
