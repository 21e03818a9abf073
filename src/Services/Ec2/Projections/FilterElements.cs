using System.Globalization;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using NetworkAcl = Orrery.Engines.Reachability.Model.NetworkAcl;
using NetworkAclEntry = Orrery.Engines.Reachability.Model.NetworkAclEntry;
using PortRange = Orrery.Engines.Reachability.Model.PortRange;
using PrefixList = Orrery.Engines.Reachability.Model.PrefixList;
using SecurityGroup = Orrery.Engines.Reachability.Model.SecurityGroup;
using SecurityGroupRule = Orrery.Engines.Reachability.Model.SecurityGroupRule;
using TrafficDirection = Orrery.Engines.Reachability.Model.TrafficDirection;

namespace Orrery.Services.Ec2.Projections;

/// <summary>Security groups, network ACLs and prefix lists.</summary>
internal static class FilterElements
{
    /// <summary>What they are made of.</summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
    [
        new ElementSource<SecurityGroupId, SecurityGroupRecord>(Tables.SecurityGroups, Of),
        new ElementSource<SecurityGroupRuleId, SecurityGroupRuleRecord>(Tables.SecurityGroupRules, null)
        {
            Touches = (_, rule) => [rule.GroupId.Value],
        },
        new ElementSource<NetworkAclId, NetworkAclRecord>(Tables.NetworkAcls, Of)
        {
            Touches = (_, acl) => acl.Associations.Select(a => a.SubnetId.Value),
        },
        new ElementSource<PrefixListId, PrefixListRecord>(Tables.PrefixLists, Of),
    ];

    private static SecurityGroup Of(Place place, SecurityGroupRecord group) => new(group.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = group.VpcId.Value,
        Rules = [.. place.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group.Id.Value).Select(Of)],
    };

    private static SecurityGroupRule Of(SecurityGroupRuleRecord rule) =>
        new(rule.Id.Value, Direction(rule.IsEgress), NumberOf(rule.IpProtocol), new(rule.FromPort, rule.ToPort))
        {
            Cidr = rule.Cidr,
            PrefixListId = rule.PrefixListId?.Value,
            GroupId = rule.ReferencedGroup?.GroupId.Value,
        };

    private static NetworkAcl Of(Place place, NetworkAclRecord acl) => new(acl.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = acl.VpcId.Value,
        Entries = [.. acl.Entries.Select(Of)],
    };

    private static NetworkAclEntry Of(NetworkAclEntryRecord entry)
    {
        var protocol = NumberOf(entry.Protocol);
        var allow = entry.RuleAction == RuleAction.Allow;
        return new(entry.RuleNumber, Direction(entry.Egress), allow, protocol, entry.Cidr)
        {
            Ports = IpProtocol.IsIcmp(protocol)
                ? new(entry.IcmpType ?? -1, entry.IcmpCode ?? -1)
                : entry is { FromPort: { } from, ToPort: { } to } ? new(from, to) : PortRange.All,
        };
    }

    private static PrefixList Of(Place place, PrefixListRecord list) =>
        new(list.Id.Value, [.. PrefixListRules.Entries(list).Select(e => e.Cidr)])
        {
            Account = place.Scope.Account, Region = place.Scope.Region,
        };

    private static TrafficDirection Direction(bool egress) =>
        egress ? TrafficDirection.Egress : TrafficDirection.Ingress;

    private static int NumberOf(string protocol) =>
        protocol == "-1" ? IpProtocol.All
        : IpProtocol.TryParse(protocol, out var number) ? number
        : int.Parse(protocol, CultureInfo.InvariantCulture);
}
