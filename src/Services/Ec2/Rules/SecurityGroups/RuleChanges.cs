using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>
/// Changes what a rule says while it keeps its id. Source: EC2 API Reference, ModifySecurityGroupRules.
/// </summary>
internal static class RuleChanges
{
    /// <summary>Puts what a request says in the place of what the rule said.</summary>
    /// <exception cref="ServiceException">InvalidPermission.Duplicate, or what is wrong with the new rule.</exception>
    public static void Apply(
        Call call, SecurityGroupRecord group, SecurityGroupRuleRecord rule, SecurityGroupRuleRequest request)
    {
        var (spec, description) = PermissionRules.Read(call, group, [PermissionOf(request)]).Single();
        var others = RuleStore.Of(call, group.Id, rule.IsEgress).Where(r => r.Id != rule.Id);
        if (others.Any(other => RuleSpec.Of(other).SaysTheSameAs(spec)))
        {
            throw new ServiceException("InvalidPermission.Duplicate", $"the specified rule \"{spec}\" already exists");
        }

        call.Write(Tables.SecurityGroupRules).Put(spec.ToRecord(rule.Id, group.Id, rule.IsEgress, description));
    }

    private static IpPermission PermissionOf(SecurityGroupRuleRequest request)
    {
        var peers = new[] { request.CidrIpv4, request.CidrIpv6, request.PrefixListId, request.ReferencedGroupId };
        if (peers.Count(peer => peer is not null) != 1)
        {
            throw Errors.InvalidParameterCombination(
                "Exactly one of CidrIpv4, CidrIpv6, PrefixListId and ReferencedGroupId must be specified.");
        }

        return new()
        {
            IpProtocol = request.IpProtocol,
            FromPort = request.FromPort,
            ToPort = request.ToPort,
            IpRanges = request.CidrIpv4 is { } v4 ? [new() { CidrIp = v4, Description = request.Description }] : null,
            Ipv6Ranges =
                request.CidrIpv6 is { } v6 ? [new() { CidrIpv6 = v6, Description = request.Description }] : null,
            PrefixListIds = request.PrefixListId is { } list
                ? [new() { PrefixListIdValue = list, Description = request.Description }]
                : null,
            UserIdGroupPairs = request.ReferencedGroupId is { } group
                ? [new() { GroupId = group, Description = request.Description }]
                : null,
        };
    }
}
