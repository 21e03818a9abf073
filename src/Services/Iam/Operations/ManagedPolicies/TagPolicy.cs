using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Adds tags to a policy, or changes them.</summary>
public sealed class TagPolicy : IWriteOperation<TagPolicyRequest, TagPolicyResult>
{
    /// <inheritdoc/>
    public TagPolicyResult Run(TagPolicyRequest request, Call call)
    {
        var found = Shelf.Own(call, request.PolicyArn!);
        call.Ours(Tables.Policies).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
