using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Removes tags of an user.</summary>
public sealed class UntagUser : IWriteOperation<UntagUserRequest, UntagUserResult>
{
    /// <inheritdoc/>
    public UntagUserResult Run(UntagUserRequest request, Call call)
    {
        var found = Holders.User(call, request.UserName);
        Holders.Put(call, found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
