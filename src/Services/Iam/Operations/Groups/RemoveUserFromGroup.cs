using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Takes a user out of a group.</summary>
public sealed class RemoveUserFromGroup : IWriteOperation<RemoveUserFromGroupRequest, RemoveUserFromGroupResult>
{
    /// <inheritdoc/>
    public RemoveUserFromGroupResult Run(RemoveUserFromGroupRequest request, Call call)
    {
        var group = Holders.Group(call, request.GroupName);
        var user = Holders.User(call, request.UserName);
        if (!user.Groups.Contains(group.Id))
            throw Errors.NoSuchEntity($"User {user.Name} not in group {group.Name}");
        Holders.Put(call, user with { Groups = [.. user.Groups.Where(g => g != group.Id)] });
        return new();
    }
}
