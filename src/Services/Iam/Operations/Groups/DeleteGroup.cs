using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>Removes a group that nobody is in and that has no policies.</summary>
public sealed class DeleteGroup : IWriteOperation<DeleteGroupRequest, DeleteGroupResult>
{
    /// <inheritdoc/>
    public DeleteGroupResult Run(DeleteGroupRequest request, Call call)
    {
        var group = Holders.Group(call, request.GroupName);
        if (call.Mine(Tables.Users).HasAny(Tables.UsersByGroup, group.Id))
            throw Errors.Conflict("remove users from group");
        HolderRules.RefuseWithPolicies(group);
        call.Ours(Tables.Groups).Remove(group.Key);
        return new();
    }
}
