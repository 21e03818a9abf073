using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>Removes tags of an instance profile.</summary>
public sealed class UntagInstanceProfile : IWriteOperation<UntagInstanceProfileRequest, UntagInstanceProfileResult>
{
    /// <inheritdoc/>
    public UntagInstanceProfileResult Run(UntagInstanceProfileRequest request, Call call)
    {
        var found = ProfileRules.Get(call, request.InstanceProfileName);
        call.Ours(Tables.Profiles).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
