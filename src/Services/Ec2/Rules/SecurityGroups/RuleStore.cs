using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>Adds and removes the rules of a security group, the same for both directions.</summary>
internal static class RuleStore
{
    /// <summary>Adds rules, all or none.</summary>
    /// <exception cref="ServiceException">InvalidPermission.Duplicate, RulesPerSecurityGroupLimitExceeded.</exception>
    public static List<SecurityGroupRuleRecord> Authorize(
        Call call, SecurityGroupRecord group, bool isEgress, NewRules added)
    {
        var existing = Of(call, group.Id, isEgress).Select(RuleSpec.Of).ToList();
        var table = call.Write(Tables.SecurityGroupRules);
        var made = new List<SecurityGroupRuleRecord>();
        foreach (var (rule, description) in PermissionRules.Read(call, group, added.Permissions))
        {
            if (existing.Exists(rule.SaysTheSameAs))
            {
                throw new ServiceException(
                    "InvalidPermission.Duplicate", $"the specified rule \"{rule}\" already exists");
            }

            existing.Add(rule);
            var record = rule.ToRecord(call.NewId<SecurityGroupRuleId>(), group.Id, isEgress, description);
            table.Put(record);
            TagStore.PutNew(call, Ec2Kinds.SecurityGroupRule, record.Id.Value, added.TagSpecifications);
            made.Add(record);
        }

        Limits.CheckRules(call, existing);
        return made;
    }

    /// <summary>
    /// Removes rules by id or by what they say. In the default VPC, rules that are not there are told and the others
    /// removed; elsewhere they are an error and nothing is removed. Source: EC2 API Reference,
    /// RevokeSecurityGroupIngress.
    /// </summary>
    /// <returns>The rules removed, and the permissions that named none.</returns>
    /// <exception cref="ServiceException">InvalidPermission.NotFound, InvalidSecurityGroupRuleId.NotFound.</exception>
    public static (List<SecurityGroupRuleRecord> Revoked, List<RuleSpec> Unknown) Revoke(
        Call call, SecurityGroupRecord group, bool isEgress, RevokedRules asked)
    {
        var existing = Of(call, group.Id, isEgress).ToList();
        var revoked = new List<SecurityGroupRuleRecord>();
        var unknown = new List<RuleSpec>();
        if (asked.RuleIds is { Count: > 0 } ids)
        {
            revoked.AddRange(ids.Select(id => ById(existing, id)));
        }
        else
        {
            foreach (var (rule, _) in PermissionRules.Read(call, group, asked.Permissions))
            {
                if (existing.Find(r => RuleSpec.Of(r).SaysTheSameAs(rule)) is { } found)
                {
                    revoked.Add(found);
                }
                else
                {
                    unknown.Add(rule);
                }
            }
        }

        if (unknown.Count > 0 && !Ec2Kinds.Vpc.Get(call, group.VpcId).IsDefault)
        {
            throw new ServiceException(
                "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        }

        revoked = [.. revoked.DistinctBy(rule => rule.Id)];
        revoked.ForEach(rule => Remove(call, rule));
        return (revoked, unknown);
    }

    /// <summary>The rules of a group in one direction.</summary>
    public static IEnumerable<SecurityGroupRuleRecord> Of(ReadCall call, SecurityGroupId group, bool isEgress) =>
        call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group.Value).Where(r => r.IsEgress == isEgress);

    /// <summary>Puts the rules that let a new group send anything anywhere.</summary>
    public static void PutOpenEgress(Call call, SecurityGroupRecord group, bool hasIpv6)
    {
        foreach (var any in hasIpv6 ? new[] { "0.0.0.0/0", "::/0" } : ["0.0.0.0/0"])
        {
            var rule = new RuleSpec("-1", -1, -1) { Cidr = Cidr.Parse(any) };
            call.Write(Tables.SecurityGroupRules)
                .Put(rule.ToRecord(call.NewId<SecurityGroupRuleId>(), group.Id, isEgress: true, description: null));
        }
    }

    /// <summary>Removes a rule with its tags.</summary>
    public static void Remove(Call call, SecurityGroupRuleRecord rule)
    {
        call.Write(Tables.SecurityGroupRules).Remove(rule.Id);
        TagStore.Forget(call, rule.Id.Value);
    }

    /// <summary>The rule of an id among those of a group and direction.</summary>
    /// <exception cref="ServiceException">InvalidSecurityGroupRuleId.NotFound or …Malformed.</exception>
    public static SecurityGroupRuleRecord ById(List<SecurityGroupRuleRecord> existing, string id)
    {
        Ec2Kinds.SecurityGroupRule.CheckForm(id);
        return existing.Find(r => r.Id.Value == id) ?? throw Ec2Kinds.SecurityGroupRule.NotFound(id);
    }
}
