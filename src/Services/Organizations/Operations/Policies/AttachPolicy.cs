using Orrery.Contracts;

namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Attaches a policy to the root, a unit or an account.</summary>
public sealed class AttachPolicy : IWriteOperation<AttachPolicyRequest, AttachPolicyResult>
{
    /// <inheritdoc/>
    public AttachPolicyResult Run(AttachPolicyRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var policy = ControlPolicies.Get(call, organization, request.PolicyId);
        var target = Nodes.Target(call, organization, request.TargetId);
        if (!organization.Types.Contains(policy.Type))
        {
            throw Errors.Of(
                "PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
        }

        if (target.Policies.Contains(policy.Id.Value))
            throw Errors.Duplicate("PolicyAttachment", "A policy with the same name and type is attached already.");
        call.Hold(
            policy.Type == PolicyType.ServiceControlPolicy
                ? OrganizationQuotas.Attached
                : OrganizationQuotas.AttachedResource,
            ControlPolicies.At(call, organization, target, policy.Type).Count(),
            limit => Errors.Constraint(
                "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", $"A target can have {limit} policies of a type."));
        call.Keep(Tables.Nodes).Put(target with { Policies = [.. target.Policies, policy.Id.Value] });
        return new();
    }
}
