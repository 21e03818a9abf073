using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Makes a service or resource control policy; other types are refused.</summary>
public sealed class CreatePolicy : IWriteOperation<CreatePolicyRequest, CreatePolicyResult>
{
    /// <inheritdoc/>
    public CreatePolicyResult Run(CreatePolicyRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var type = ControlPolicies.Type(organization, request.Type);
        ControlPolicies.RefuseTwin(call, organization, type, request.Name!);
        ControlPolicies.Hold(call, organization, type);
        var policy = new PolicyRecord
        {
            Id = OrgIds.New(call, "p-", 8),
            Organization = organization.Id.Value,
            Type = type,
            Name = request.Name!,
            Description = request.Description ?? "",
            Content = ControlPolicies.Checked(type, request.Content!),
            Tags = OrgTags.With(TagSet.Empty, request.Tags),
        };
        call.Keep(Tables.Policies).Put(policy);
        return new() { Policy = Show.Of(organization, policy) };
    }
}
