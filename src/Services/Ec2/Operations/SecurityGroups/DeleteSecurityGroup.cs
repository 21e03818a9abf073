using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Deletes a security group that no interface has and no other group refers to.</summary>
public sealed class DeleteSecurityGroup : IWriteOperation<DeleteSecurityGroupRequest, DeleteSecurityGroupResult>
{
    /// <inheritdoc/>
    public DeleteSecurityGroupResult Run(DeleteSecurityGroupRequest request, Call call)
    {
        var group = GroupLookup.Get(call, request.GroupId, request.GroupName);
        if (group.Name == "default")
        {
            throw new ServiceException(
                "CannotDelete", $"the specified group: \"{group.Id}\" name: \"default\" cannot be deleted by a user");
        }

        var isReferenced = call.Read(Tables.SecurityGroupRules)
            .By(Tables.RulesByReferencedGroup, group.Id.Value)
            .Any(rule => rule.GroupId != group.Id && rule.ReferencedGroup!.VpcId is null);
        if (isReferenced || call.Read(Tables.NetworkInterfaces).HasAny(Tables.InterfacesByGroup, group.Id.Value))
        {
            throw Errors.DependencyViolation($"resource {group.Id} has a dependent object");
        }

        foreach (var rule in call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group.Id.Value).ToList())
        {
            RuleStore.Remove(call, rule);
        }

        call.Write(Tables.SecurityGroups).Remove(group.Id);
        TagStore.Forget(call, group.Id.Value);
        return new() { Return = true, GroupId = group.Id.Value };
    }
}
