using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>Changes a global index: used for one element as for all of them.</summary>
internal sealed class GlobalIndexBuilder(GlobalIndex start)
{
    private readonly Dictionary<string, ImmutableDictionary<string, Element>.Builder> _members =
        new(StringComparer.Ordinal);

    private readonly ImmutableDictionary<IpAddress, string>.Builder _publicOwners = start.PublicOwners.ToBuilder();
    private readonly ImmutableDictionary<Cidr, string>.Builder _v6Blocks = start.V6Blocks.ToBuilder();

    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>>.Builder _instances =
        start.Instances.ToBuilder();

    private readonly TransitIndexBuilder _transit = new(start.Transit);
    private bool _prefixListsChanged;

    public void Add(Element element)
    {
        foreach (var vpcId in HomesOf(element))
            Members(vpcId)[element.Id] = element;
        foreach (var address in OutsideAddressesOf(element))
            _publicOwners[address] = element.Id;
        foreach (var block in V6BlocksOf(element))
            _v6Blocks[block] = element.Id;
        if (element is NetworkInterface { InstanceId: { } instance } nic)
            _instances[instance] = InterfacesOf(instance).Add(nic.Id);
        _transit.Add(element);
        _prefixListsChanged |= element is PrefixList;
    }

    public void Remove(Element element)
    {
        foreach (var vpcId in HomesOf(element))
            Members(vpcId).Remove(element.Id);
        foreach (var address in OutsideAddressesOf(element))
            if (_publicOwners.TryGetValue(address, out var owner) && owner == element.Id)
                _publicOwners.Remove(address);
        foreach (var block in V6BlocksOf(element))
            if (_v6Blocks.TryGetValue(block, out var owner) && owner == element.Id)
                _v6Blocks.Remove(block);
        if (element is NetworkInterface { InstanceId: { } instance } nic)
            _instances[instance] = InterfacesOf(instance).Remove(nic.Id);
        _transit.Remove(element);
        _prefixListsChanged |= element is PrefixList;
    }

    public GlobalIndex Build()
    {
        var shards = start.Shards.ToBuilder();
        // The lookups of a VPC hold the prefix lists' blocks, so a change there renews them all; it is rare.
        if (_prefixListsChanged)
        {
            foreach (var (vpcId, shard) in start.Shards)
                shards[vpcId] = new VpcShard(shard.Members);
            _transit.RenewTables();
        }

        foreach (var (vpcId, members) in _members)
            shards[vpcId] = new VpcShard(members.ToImmutable());
        return new GlobalIndex(
            shards.ToImmutable(), _publicOwners.ToImmutable(), _instances.ToImmutable(), _v6Blocks.ToImmutable(),
            _transit.Build());
    }

    private static IEnumerable<string> HomesOf(Element element) => element switch
    {
        VpcPeering peering => [peering.RequesterVpcId, peering.AccepterVpcId],
        { VpcId: { } vpcId } => [vpcId],
        _ => [],
    };

    // By which addresses the internet can name it.
    private static IEnumerable<IpAddress> OutsideAddressesOf(Element element)
    {
        var addresses = element switch
        {
            NetworkInterface nic => nic.Addresses,
            // A deleted gateway still shows its addresses for a while, though somebody else may have them now.
            NatGateway { State: not NatGatewayState.Deleted } nat => nat.Addresses,
            _ => [],
        };
        foreach (var address in addresses)
            if (address.Private.IsV6)
                yield return address.Private;
            else if (address.Public is { } translated)
                yield return translated;
    }

    private static IEnumerable<Cidr> V6BlocksOf(Element element) =>
        element is Vpc vpc ? vpc.Cidrs.Where(cidr => cidr.IsV6) : [];

    private ImmutableDictionary<string, Element>.Builder Members(string vpcId)
    {
        if (_members.TryGetValue(vpcId, out var members))
            return members;
        members = start.Shards.TryGetValue(vpcId, out var shard)
            ? shard.Members.ToBuilder()
            : ImmutableDictionary.CreateBuilder<string, Element>(StringComparer.Ordinal);
        return _members[vpcId] = members;
    }

    private ImmutableSortedSet<string> InterfacesOf(string instance) =>
        _instances.TryGetValue(instance, out var interfaces)
            ? interfaces
            : ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
