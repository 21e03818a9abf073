using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Removes tags of a policy.</summary>
public sealed class UntagPolicy : IWriteOperation<UntagPolicyRequest, UntagPolicyResult>
{
    /// <inheritdoc/>
    public UntagPolicyResult Run(UntagPolicyRequest request, Call call)
    {
        var found = Shelf.Own(call, request.PolicyArn!);
        call.Ours(Tables.Policies).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
