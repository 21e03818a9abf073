using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>Something in a subnet that has addresses: an interface or a NAT gateway.</summary>
internal abstract class Station(string id, SubnetNode subnet, IReadOnlyList<InterfaceAddress> addresses)
{
    public string Id { get; } = id;

    public SubnetNode Subnet { get; } = subnet;

    public IReadOnlyList<InterfaceAddress> Addresses { get; } = addresses;

    public bool Owns(IpAddress address)
    {
        for (var i = 0; i < Addresses.Count; i++)
            if (Addresses[i].Private == address)
                return true;
        return false;
    }

    /// <summary>The public address that an own private one is translated to, or null.</summary>
    public IpAddress? PublicOf(IpAddress address)
    {
        for (var i = 0; i < Addresses.Count; i++)
            if (Addresses[i].Private == address)
                return Addresses[i].Public;
        return null;
    }

    /// <summary>The own private address that a public one is translated to, or null.</summary>
    public IpAddress? PrivateOf(IpAddress translated)
    {
        for (var i = 0; i < Addresses.Count; i++)
            if (Addresses[i].Public == translated)
                return Addresses[i].Private;
        return null;
    }
}
