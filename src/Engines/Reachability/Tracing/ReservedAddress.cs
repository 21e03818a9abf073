namespace Orrery.Engines.Reachability.Tracing;

/// <summary>
/// What AWS keeps the first four addresses and the last one of a subnet for. Source: Amazon VPC User Guide, "Subnet
/// sizing for IPv4" and "for IPv6".
/// </summary>
public enum ReservedAddress
{
    /// <summary>The network's own address.</summary>
    Network,

    /// <summary>The VPC's router.</summary>
    Router,

    /// <summary>DNS; the resolver itself answers at that address of the VPC's first block only.</summary>
    Dns,

    /// <summary>Kept for future use.</summary>
    FutureUse,

    /// <summary>The broadcast address, which a VPC does not support.</summary>
    Broadcast,

    /// <summary>Kept by AWS in an IPv6 subnet.</summary>
    OfSubnet,
}
