using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Puts a user into a group; nothing changes where it is there already.</summary>
public sealed class AddUserToGroup : IWriteOperation<AddUserToGroupRequest, AddUserToGroupResult>
{
    /// <inheritdoc/>
    public AddUserToGroupResult Run(AddUserToGroupRequest request, Call call)
    {
        var group = Holders.Group(call, request.GroupName);
        var user = Holders.User(call, request.UserName);
        if (user.Groups.Contains(group.Id)) return new();
        call.Hold(IamQuotas.GroupsPerUser, user.Groups.Count, limit => Errors.Quota("GroupsPerUser", limit));
        Holders.Put(call, user with { Groups = [.. user.Groups, group.Id] });
        return new();
    }
}
