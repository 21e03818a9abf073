using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Adds tags to an user, or changes them.</summary>
public sealed class TagUser : IWriteOperation<TagUserRequest, TagUserResult>
{
    /// <inheritdoc/>
    public TagUserResult Run(TagUserRequest request, Call call)
    {
        var found = Holders.User(call, request.UserName);
        Holders.Put(call, found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
