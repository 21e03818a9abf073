using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// Interfaces that no packet can tell apart but by their addresses: of one subnet, with the same security groups and
/// flags. A NAT gateway, and an interface that routes lead to, is alone in its class.
/// </summary>
internal sealed class StationClass
{
    public StationClass(IReadOnlyList<Station> members, VpcIndex vpc)
    {
        Members = members;
        var own = members.SelectMany(member => member.Addresses).Select(address => address.Private).ToList();
        Own = RangeSet.Of(own);
        Found = RangeSet.Of(own.Where(address => members.Contains(vpc.OwnerOf(address)!)));
    }

    public IReadOnlyList<Station> Members { get; }

    /// <summary>Any of them: what is not an address is the same for all.</summary>
    public Station Any => Members[0];

    public InterfaceNode? Interface => Any as InterfaceNode;

    public NatNode? Nat => Any as NatNode;

    public SubnetNode Subnet => Any.Subnet;

    /// <summary>Their private and IPv6 addresses.</summary>
    public RangeSet Own { get; }

    /// <summary>Those by which the VPC finds them: all, unless another interface has the same address.</summary>
    public RangeSet Found { get; }

    public NetworkInterface Element => Interface!.Element;
}
