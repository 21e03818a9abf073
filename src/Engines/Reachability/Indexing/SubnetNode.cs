using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A subnet with its route table and network ACL at hand.</summary>
internal sealed class SubnetNode(Subnet subnet, VpcIndex vpc, RouteLookupCache tables, Topology topology)
{
    public Subnet Element { get; } = subnet;

    public string Id => Element.Id;

    public VpcIndex Vpc { get; } = vpc;

    /// <summary>The subnet's own route table or the VPC's main one; null where neither exists.</summary>
    public RouteLookup? Routes { get; } = tables.Find(subnet.RouteTableId ?? vpc.Vpc.MainRouteTableId);

    public AclNode? Acl { get; } =
        topology.TryFind<NetworkAcl>(subnet.NetworkAclId, out var acl) ? new AclNode(acl) : null;

    public bool Holds(IpAddress address)
    {
        for (var i = 0; i < Element.Cidrs.Count; i++)
            if (Element.Cidrs[i].Contains(address))
                return true;
        return false;
    }
}
