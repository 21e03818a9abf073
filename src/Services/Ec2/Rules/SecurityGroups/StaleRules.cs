using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>Finds rules that refer to what is gone. Source: EC2 API Reference, DescribeStaleSecurityGroups.</summary>
internal static class StaleRules
{
    /// <summary>The group with its stale rules, or null when it has none.</summary>
    public static StaleSecurityGroup? Of(ReadCall call, SecurityGroupRecord group)
    {
        var stale = call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group.Id.Value)
            .Where(rule => IsStale(call, rule))
            .ToList();
        return stale.Count == 0
            ? null
            : new()
            {
                GroupId = group.Id.Value,
                GroupName = group.Name,
                Description = group.Description,
                VpcId = group.VpcId.Value,
                StaleIpPermissions = Permissions(call, stale.Where(rule => !rule.IsEgress)),
                StaleIpPermissionsEgress = Permissions(call, stale.Where(rule => rule.IsEgress)),
            };
    }

    private static bool IsStale(ReadCall call, SecurityGroupRuleRecord rule)
    {
        if (rule.ReferencedGroup is not { PeeringConnectionId: { } id } reference)
        {
            return false;
        }

        var scope = new Scope(reference.UserId, call.Region);
        return call.Read(Tables.VpcPeeringConnections).Find(id) is not { State: Code.Active }
            || !call.Read(Tables.SecurityGroups, scope).Contains(reference.GroupId);
    }

    private static IReadOnlyList<StaleIpPermission> Permissions(
        ReadCall call, IEnumerable<SecurityGroupRuleRecord> rules) =>
    [
        .. SecurityGroupView.Permissions(call, rules).Select(permission => new StaleIpPermission
        {
            IpProtocol = permission.IpProtocol,
            FromPort = permission.FromPort,
            ToPort = permission.ToPort,
            UserIdGroupPairs = permission.UserIdGroupPairs,
        }),
    ];
}
