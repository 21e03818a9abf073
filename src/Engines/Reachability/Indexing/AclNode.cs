using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A network ACL, its entries by direction and in the order in which they are asked.</summary>
internal sealed class AclNode(NetworkAcl acl)
{
    public string Id { get; } = acl.Id;

    public NetworkAclEntry[] Ingress { get; } = Sorted(acl, TrafficDirection.Ingress);

    public NetworkAclEntry[] Egress { get; } = Sorted(acl, TrafficDirection.Egress);

    private static NetworkAclEntry[] Sorted(NetworkAcl acl, TrafficDirection direction) =>
        [.. acl.Entries.Where(entry => entry.Direction == direction).OrderBy(entry => entry.RuleNumber)];
}
