using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Renames or moves a group.</summary>
public sealed class UpdateGroup : IWriteOperation<UpdateGroupRequest, UpdateGroupResult>
{
    /// <inheritdoc/>
    public UpdateGroupResult Run(UpdateGroupRequest request, Call call)
    {
        var groups = call.Ours(Tables.Groups);
        var group = Holders.Group(call, request.GroupName);
        var (name, path) = (request.NewGroupName ?? group.Name, Arns.Path(request.NewPath ?? group.Path));
        if (IamKey.OfName(name) != group.Key && groups.Contains(IamKey.OfName(name)))
            throw Errors.Exists("Group", name);
        groups.Remove(group.Key);
        groups.Put(group with { Name = name, Path = path, Arn = Arns.Of(call.Account, "group", path, name) });
        return new();
    }
}
