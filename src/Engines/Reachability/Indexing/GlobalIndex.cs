using System.Collections.Immutable;
using Orrery.Core;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// What must be found across VPCs: each VPC's shard, public addresses, instances, transit gateways. Persistent, so that
/// copies share.
/// </summary>
internal sealed record GlobalIndex(
    ImmutableDictionary<string, VpcShard> Shards,
    ImmutableDictionary<IpAddress, string> PublicOwners,
    ImmutableDictionary<string, ImmutableSortedSet<string>> Instances,
    ImmutableDictionary<Cidr, string> V6Blocks,
    TransitIndex Transit)
{
    public static GlobalIndex Empty { get; } = new(
        ImmutableDictionary.Create<string, VpcShard>(StringComparer.Ordinal),
        ImmutableDictionary<IpAddress, string>.Empty,
        ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal),
        ImmutableDictionary<Cidr, string>.Empty,
        TransitIndex.Empty);

    /// <summary>
    /// The VPC that an IPv6 address belongs to, whether or not an interface has it; null for the world's.
    /// </summary>
    public string? VpcOfV6(IpAddress address)
    {
        for (var length = V6Blocks.IsEmpty ? -1 : 128; length >= 0; length--)
            if (V6Blocks.TryGetValue(Cidr.Of(address, length), out var vpcId))
                return vpcId;
        return null;
    }
}
