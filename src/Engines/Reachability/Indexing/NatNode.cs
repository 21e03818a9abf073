using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A NAT gateway with its subnet at hand.</summary>
internal sealed class NatNode(NatGateway nat, SubnetNode subnet) : Station(nat.Id, subnet, nat.Addresses)
{
    public NatGateway Element { get; } = nat;
}
