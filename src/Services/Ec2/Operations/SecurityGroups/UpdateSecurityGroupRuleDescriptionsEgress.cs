using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Changes the descriptions of egress rules, named by id or by what they say.</summary>
public sealed class UpdateSecurityGroupRuleDescriptionsEgress
    : IWriteOperation<UpdateSecurityGroupRuleDescriptionsEgressRequest, UpdateSecurityGroupRuleDescriptionsEgressResult>
{
    /// <inheritdoc/>
    public UpdateSecurityGroupRuleDescriptionsEgressResult Run(
        UpdateSecurityGroupRuleDescriptionsEgressRequest request, Call call)
    {
        var group = GroupLookup.Get(call, request.GroupId, request.GroupName);
        RuleDescriptions.Update(
            call, group, isEgress: true, new(request.IpPermissions, request.SecurityGroupRuleDescriptions));
        return new() { Return = true };
    }
}
