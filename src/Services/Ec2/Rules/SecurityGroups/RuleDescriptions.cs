using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>
/// Changes descriptions of rules. Source: EC2 API Reference, UpdateSecurityGroupRuleDescriptionsIngress.
/// </summary>
internal static class RuleDescriptions
{
    /// <summary>Sets descriptions by id or by what the rules say; one left out removes the description.</summary>
    /// <exception cref="ServiceException">InvalidPermission.NotFound, InvalidSecurityGroupRuleId.NotFound,
    /// MissingParameter, InvalidParameterCombination.</exception>
    public static void Update(Call call, SecurityGroupRecord group, bool isEgress, DescriptionUpdate update)
    {
        // API Reference: one form or the other. The words are guessed.
        if (update is { ById.Count: > 0, Permissions.Count: > 0 })
        {
            throw Errors.InvalidParameterCombination(
                "The parameter ipPermissions cannot be used with the parameter securityGroupRuleDescriptions");
        }

        var existing = RuleStore.Of(call, group.Id, isEgress).ToList();
        var table = call.Write(Tables.SecurityGroupRules);
        if (update.ById is { Count: > 0 } byId)
        {
            foreach (var one in byId)
            {
                var rule =
                    RuleStore.ById(existing, one.SecurityGroupRuleId ?? throw Errors.Missing("SecurityGroupRuleId"));
                table.Put(rule with { Description = PermissionRules.CheckDescription(one.Description) });
            }

            return;
        }

        foreach (var (spec, description) in PermissionRules.Read(
            call, group, update.Permissions ?? throw Errors.Missing("ipPermissions")))
        {
            var rule = existing.Find(r => RuleSpec.Of(r).SaysTheSameAs(spec)) ?? throw new ServiceException(
                "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
            table.Put(rule with { Description = description });
        }
    }
}
