namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Takes a policy off the root, a unit or an account; a service control policy has to be left.</summary>
public sealed class DetachPolicy : IWriteOperation<DetachPolicyRequest, DetachPolicyResult>
{
    /// <inheritdoc/>
    public DetachPolicyResult Run(DetachPolicyRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var policy = ControlPolicies.Get(call, organization, request.PolicyId);
        var target = Nodes.Target(call, organization, request.TargetId);
        if (!target.Policies.Contains(policy.Id.Value))
        {
            throw Errors.Of(
                "PolicyNotAttachedException",
                "The policy isn't attached to the specified target in the specified root.");
        }

        // Source: Organizations User Guide, "RCP evaluation": RCPFullAWSAccess cannot be detached.
        if (policy is { Type: PolicyType.ResourceControlPolicy, Organization: "" }
            || ControlPolicies.At(call, organization, target, policy.Type).Count() == 1)
        {
            throw Errors.Constraint(
                "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                "You attempted to detach a policy that has to stay attached.");
        }

        call.Keep(Tables.Nodes).Put(target with { Policies = [.. target.Policies.Where(p => p != policy.Id.Value)] });
        return new();
    }
}
