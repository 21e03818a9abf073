using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>
/// Adds a version to a managed policy. There are five at most; which to give up is for the caller to say.
/// </summary>
public sealed class CreatePolicyVersion : IWriteOperation<CreatePolicyVersionRequest, CreatePolicyVersionResult>
{
    /// <inheritdoc/>
    public CreatePolicyVersionResult Run(CreatePolicyVersionRequest request, Call call)
    {
        var policy = Shelf.Own(call, request.PolicyArn!);
        var document = Documents.Managed(call, request.PolicyDocument!);
        call.Hold(IamQuotas.Versions, policy.Versions.Count, limit => Errors.Limit(
            $"A managed policy can have up to {limit} versions. Before you create a new version, you must delete an "
            + "existing version."));
        var version = new PolicyVersionRecord($"v{policy.LastNumber + 1}", document, call.Now);
        policy = policy with
        {
            Versions = [.. policy.Versions, version],
            LastNumber = policy.LastNumber + 1,
            DefaultVersion = request.SetAsDefault == true ? version.Id : policy.DefaultVersion,
            UpdatedAt = call.Now,
        };
        call.Ours(Tables.Policies).Put(policy);
        return new() { PolicyVersion = Show.Of(policy, version, document: false) };
    }
}
