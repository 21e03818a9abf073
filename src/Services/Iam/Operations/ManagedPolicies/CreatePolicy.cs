using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Makes a managed policy.</summary>
public sealed class CreatePolicy : IWriteOperation<CreatePolicyRequest, CreatePolicyResult>
{
    /// <inheritdoc/>
    public CreatePolicyResult Run(CreatePolicyRequest request, Call call)
    {
        var policies = call.Ours(Tables.Policies);
        if (policies.Contains(IamKey.OfName(request.PolicyName!)))
        {
            throw Errors.Exists(
                $"A policy called {request.PolicyName} already exists. Duplicate names are not allowed.");
        }

        call.Hold(IamQuotas.Policies, policies.Count, limit => Errors.Quota("PoliciesPerAccount", limit));
        var path = Arns.Path(request.Path);
        var policy = new PolicyRecord
        {
            Name = request.PolicyName!,
            Path = path,
            Id = UniqueIds.New(call, "ANPA"),
            Arn = Arns.Of(call.Account, "policy", path, request.PolicyName!),
            Description = request.Description is { Length: > 0 } description ? description : null,
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
            Versions = [new("v1", Documents.Managed(call, request.PolicyDocument!), call.Now)],
            DefaultVersion = "v1",
            Tags = TagRules.New(request.Tags),
        };
        policies.Put(policy);
        return new() { Policy = Show.Listed(call, policy) with { Tags = TagRules.View(policy.Tags) } };
    }
}
