using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Puts other rules in the place of existing ones, keeping their ids; all or none.</summary>
public sealed class ModifySecurityGroupRules
    : IWriteOperation<ModifySecurityGroupRulesRequest, ModifySecurityGroupRulesResult>
{
    /// <inheritdoc/>
    public ModifySecurityGroupRulesResult Run(ModifySecurityGroupRulesRequest request, Call call)
    {
        var group = Ec2Kinds.SecurityGroup.Get(call, request.GroupId!);
        foreach (var update in request.SecurityGroupRules!)
        {
            var rule = Ec2Kinds.SecurityGroupRule.Get(call, update.SecurityGroupRuleId!);
            if (rule.GroupId != group.Id)
            {
                throw Ec2Kinds.SecurityGroupRule.NotFound(rule.Id.Value);
            }

            RuleChanges.Apply(call, group, rule, update.SecurityGroupRule ?? throw Errors.Missing("SecurityGroupRule"));
        }

        return new() { Return = true };
    }
}
