using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Makes a group.</summary>
public sealed class CreateGroup : IWriteOperation<CreateGroupRequest, CreateGroupResult>
{
    /// <inheritdoc/>
    public CreateGroupResult Run(CreateGroupRequest request, Call call)
    {
        var groups = call.Ours(Tables.Groups);
        if (groups.Contains(IamKey.OfName(request.GroupName!))) throw Errors.Exists("Group", request.GroupName!);
        call.Hold(IamQuotas.Groups, groups.Count, limit => Errors.Quota("GroupsPerAccount", limit));
        var path = Arns.Path(request.Path);
        var group = new GroupRecord
        {
            Name = request.GroupName!,
            Path = path,
            Id = UniqueIds.New(call, "AGPA"),
            Arn = Arns.Of(call.Account, "group", path, request.GroupName!),
            CreatedAt = call.Now,
        };
        groups.Put(group);
        return new() { Group = Show.Of(group) };
    }
}
