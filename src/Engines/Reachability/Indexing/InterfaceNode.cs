using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A network interface with its subnet and security groups at hand.</summary>
internal sealed class InterfaceNode(
    NetworkInterface nic, SubnetNode subnet, Dictionary<string, SecurityGroupNode> groups)
    : Station(nic.Id, subnet, nic.Addresses)
{
    public NetworkInterface Element { get; } = nic;

    /// <summary>The interface endpoint that it is an interface of, or null.</summary>
    public VpcEndpoint? Endpoint { get; set; }

    public SecurityGroupNode[] Groups { get; } =
        [.. nic.SecurityGroupIds.Select(groups.GetValueOrDefault).OfType<SecurityGroupNode>()];

    public bool IsMemberOf(string groupId)
    {
        foreach (var id in Element.SecurityGroupIds)
            if (id == groupId)
                return true;
        return false;
    }
}
