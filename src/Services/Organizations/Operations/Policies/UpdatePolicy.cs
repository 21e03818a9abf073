namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Changes a policy; what it is attached to is held to it at once.</summary>
public sealed class UpdatePolicy : IWriteOperation<UpdatePolicyRequest, UpdatePolicyResult>
{
    /// <inheritdoc/>
    public UpdatePolicyResult Run(UpdatePolicyRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var policy = ControlPolicies.Own(call, organization, request.PolicyId);
        if (request.Name is { } name) ControlPolicies.RefuseTwin(call, organization, policy.Type, name, policy.Id);
        policy = policy with
        {
            Name = request.Name ?? policy.Name,
            Description = request.Description ?? policy.Description,
            Content = request.Content is { } content ? ControlPolicies.Checked(policy.Type, content) : policy.Content,
        };
        call.Keep(Tables.Policies).Put(policy);
        return new() { Policy = Show.Of(organization, policy) };
    }
}
