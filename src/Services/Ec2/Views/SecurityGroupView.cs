using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>
/// A security group as the API writes it: the old view, rules gathered into permissions by protocol and ports.
/// </summary>
internal static class SecurityGroupView
{
    /// <summary>The group with its permissions and tags.</summary>
    public static SecurityGroup Of(SecurityGroupRecord group, ReadCall call)
    {
        var rules = call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group.Id.Value).ToList();
        return new()
        {
            GroupId = group.Id.Value,
            GroupName = group.Name,
            Description = group.Description,
            VpcId = group.VpcId.Value,
            OwnerId = call.Account,
            SecurityGroupArn = Arn(call, group),
            IpPermissions = Permissions(call, rules.Where(rule => !rule.IsEgress)),
            IpPermissionsEgress = Permissions(call, rules.Where(rule => rule.IsEgress)),
            Tags = TagStore.View(call, group.Id.Value),
        };
    }

    /// <summary>The group's ARN.</summary>
    public static string Arn(ReadCall call, SecurityGroupRecord group) =>
        $"arn:aws:ec2:{call.Region}:{call.Account}:security-group/{group.Id}";

    /// <summary>Rules gathered into permissions.</summary>
    public static IReadOnlyList<IpPermission> Permissions(ReadCall call, IEnumerable<SecurityGroupRuleRecord> rules) =>
    [
        .. rules.GroupBy(rule => (rule.IpProtocol, rule.FromPort, rule.ToPort)).Select(group => new IpPermission
        {
            IpProtocol = group.Key.IpProtocol,
            FromPort = HasPorts(group.Key.IpProtocol) ? group.Key.FromPort : null,
            ToPort = HasPorts(group.Key.IpProtocol) ? group.Key.ToPort : null,
            IpRanges = [.. group.Where(r => r.Cidr is { IsV6: false }).Select(r => new IpRange
            {
                CidrIp = r.Cidr.ToString(), Description = r.Description,
            })],
            Ipv6Ranges = [.. group.Where(r => r.Cidr is { IsV6: true }).Select(r => new Ipv6Range
            {
                CidrIpv6 = r.Cidr.ToString(), Description = r.Description,
            })],
            PrefixListIds =
                [.. group.Where(r => r.PrefixListId is not null).Select(r => new Wire.Generated.Ec2.PrefixListId
            {
                PrefixListIdValue = r.PrefixListId!.Value.Value, Description = r.Description,
            })],
            UserIdGroupPairs = [.. group.Where(r => r.ReferencedGroup is not null).Select(r => Pair(call, r))],
        }),
    ];

    /// <summary>The state of the peering over which a rule sees another VPC's group; null within one VPC.</summary>
    public static string? PeeringStatus(ReadCall call, SecurityGroupReference reference) =>
        reference.PeeringConnectionId is not { } id
            ? null
            : call.Read(Tables.VpcPeeringConnections).Find(id) is { } peering
                ? Rules.Peering.PeeringView.NameOf(peering.State)
                : "deleted";

    private static UserIdGroupPair Pair(ReadCall call, SecurityGroupRuleRecord rule)
    {
        var reference = rule.ReferencedGroup!;
        return new()
        {
            GroupId = reference.GroupId.Value,
            UserId = reference.UserId,
            VpcId = reference.VpcId?.Value,
            VpcPeeringConnectionId = reference.PeeringConnectionId?.Value,
            PeeringStatus = PeeringStatus(call, reference),
            Description = rule.Description,
        };
    }

    private static bool HasPorts(string protocol) => protocol is "tcp" or "udp" or "icmp" or "icmpv6";
}
