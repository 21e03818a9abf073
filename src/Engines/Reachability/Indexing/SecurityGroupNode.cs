using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A security group, its rules by direction and the blocks of their prefix lists at hand.</summary>
internal sealed class SecurityGroupNode(SecurityGroup group, Topology topology)
{
    public string Id { get; } = group.Id;

    public SecurityGroupRuleNode[] Ingress { get; } = RulesOf(group, TrafficDirection.Ingress, topology);

    public SecurityGroupRuleNode[] Egress { get; } = RulesOf(group, TrafficDirection.Egress, topology);

    private static SecurityGroupRuleNode[] RulesOf(
        SecurityGroup group, TrafficDirection direction, Topology topology) =>
        [.. group.Rules.Where(rule => rule.Direction == direction)
            .Select(rule => new SecurityGroupRuleNode(rule, topology))];
}
