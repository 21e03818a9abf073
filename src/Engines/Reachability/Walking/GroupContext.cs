using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// Who counts as a member of a referenced security group: the private addresses of its interfaces, in the same VPC or
/// across an active peering or (inbound) a transit gateway of the same region; not what came through an appliance (VPC
/// peering guide, "Update your security groups to reference peer security groups"; Transit Gateway guide, "Security
/// group referencing").
/// </summary>
/// <param name="Topology">The network.</param>
/// <param name="LostBy">
/// Where it is no more known who sent the packet (it came through an appliance, or a transit gateway that does not
/// tell) and it enters an interface: the explanation code for that. Else null.
/// </param>
/// <param name="CameFrom">
/// The VPC that the packet was in before it crossed a peering connection or transit gateway, or null.
/// </param>
internal readonly record struct GroupContext(Topology Topology, string? LostBy, VpcIndex? CameFrom)
{
    public bool IsMember(string groupId, IpAddress address, TrafficDirection direction, InterfaceNode asked)
    {
        var own = asked.Subnet.Vpc;
        if (IsMember(own, address, groupId))
            return true;
        if (Topology.Find(groupId)?.VpcId is not { } peerId || peerId == own.Vpc.Id
            || Topology.Vpc(peerId) is not { } peer || peer.Vpc.Region != own.Vpc.Region)
            return false;
        var connected = direction == TrafficDirection.Ingress ? CameFrom == peer : own.HasActivePeeringWith(peerId);
        return connected && IsMember(peer, address, groupId);
    }

    private static bool IsMember(VpcIndex vpc, IpAddress address, string groupId) =>
        vpc.OwnerOf(address) is InterfaceNode nic && nic.IsMemberOf(groupId);
}
