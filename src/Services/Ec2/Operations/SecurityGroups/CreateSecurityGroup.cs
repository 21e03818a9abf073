using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Makes a security group that lets everything out and nothing in.</summary>
public sealed class CreateSecurityGroup : IWriteOperation<CreateSecurityGroupRequest, CreateSecurityGroupResult>
{
    /// <inheritdoc/>
    public CreateSecurityGroupResult Run(CreateSecurityGroupRequest request, Call call)
    {
        var vpc =
            request.VpcId is { } id ? Ec2Kinds.Vpc.Get(call, id) : Ec2Kinds.Vpc.Get(call, GroupLookup.DefaultVpc(call));
        var name = GroupNames.Kept(request.GroupName!);
        GroupNames.Check(name, request.Description!);
        if (GroupLookup.Find(call, vpc.Id, name) is not null)
        {
            throw new ServiceException(
                "InvalidGroup.Duplicate",
                $"The security group '{name}' already exists for VPC '{vpc.Id}'");
        }

        Limits.CheckSecurityGroups(call);
        var group = new SecurityGroupRecord
        {
            Id = call.NewId<SecurityGroupId>(),
            VpcId = vpc.Id,
            Name = name,
            Description = request.Description!,
        };
        call.Write(Tables.SecurityGroups).Put(group);
        RuleStore.PutOpenEgress(call, group, !vpc.Ipv6Cidrs.IsEmpty);
        TagStore.PutNew(call, Ec2Kinds.SecurityGroup, group.Id.Value, request.TagSpecifications);
        return new()
        {
            GroupId = group.Id.Value,
            SecurityGroupArn = SecurityGroupView.Arn(call, group),
            Tags = TagStore.View(call, group.Id.Value),
        };
    }
}
