using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A security group rule with the blocks that it is about.</summary>
internal readonly struct SecurityGroupRuleNode(SecurityGroupRule rule, Topology topology)
{
    private readonly Cidr[] _blocks = BlocksOf(rule, topology);

    public SecurityGroupRule Rule { get; } = rule;

    /// <summary>The blocks that it is about; none where it names a group.</summary>
    public IReadOnlyList<Cidr> Blocks => _blocks;

    public bool Names(IpAddress address)
    {
        foreach (var block in _blocks)
            if (block.Contains(address))
                return true;
        return false;
    }

    private static Cidr[] BlocksOf(SecurityGroupRule rule, Topology topology) => rule switch
    {
        { Cidr: { } cidr } => [cidr],
        { PrefixListId: { } id } => [.. topology.Find<PrefixList>(id)?.Cidrs ?? []],
        _ => [],
    };
}
