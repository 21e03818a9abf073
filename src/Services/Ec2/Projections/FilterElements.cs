using System.Globalization;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
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

/// <summary>Security groups, network ACLs and prefix lists of one scope.</summary>
internal sealed class FilterElements(ReadCall call, Scope scope)
{
    /// <summary>All of them.</summary>
    public IEnumerable<Element> All() =>
    [
        .. call.Read(Tables.SecurityGroups, scope).All().Select(Of),
        .. call.Read(Tables.NetworkAcls, scope).All().Select(Of),
        .. call.Read(Tables.PrefixLists, scope).All().Select(Of),
    ];

    private SecurityGroup Of(SecurityGroupRecord group) => new(group.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
        VpcId = group.VpcId.Value,
        Rules = [.. call.Read(Tables.SecurityGroupRules, scope).By(Tables.RulesByGroup, group.Id.Value).Select(Of)],
    };

    private static SecurityGroupRule Of(SecurityGroupRuleRecord rule) =>
        new(rule.Id.Value, Direction(rule.IsEgress), NumberOf(rule.IpProtocol), new(rule.FromPort, rule.ToPort))
        {
            Cidr = rule.Cidr,
            PrefixListId = rule.PrefixListId?.Value,
            GroupId = rule.ReferencedGroup?.GroupId.Value,
        };

    private NetworkAcl Of(NetworkAclRecord acl) => new(acl.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
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

    private PrefixList Of(PrefixListRecord list) =>
        new(list.Id.Value, [.. PrefixListRules.Entries(list).Select(e => e.Cidr)])
        {
            Account = scope.Account, Region = scope.Region,
        };

    private static TrafficDirection Direction(bool egress) =>
        egress ? TrafficDirection.Egress : TrafficDirection.Ingress;

    private static int NumberOf(string protocol) =>
        protocol == "-1" ? IpProtocol.All
        : IpProtocol.TryParse(protocol, out var number) ? number
        : int.Parse(protocol, CultureInfo.InvariantCulture);
}
