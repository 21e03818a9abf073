using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>Adds tags to an instance profile, or changes them.</summary>
public sealed class TagInstanceProfile : IWriteOperation<TagInstanceProfileRequest, TagInstanceProfileResult>
{
    /// <inheritdoc/>
    public TagInstanceProfileResult Run(TagInstanceProfileRequest request, Call call)
    {
        var found = ProfileRules.Get(call, request.InstanceProfileName);
        call.Ours(Tables.Profiles).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
