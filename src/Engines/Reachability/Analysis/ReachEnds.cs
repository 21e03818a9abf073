using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>What people call the sides of an open question.</summary>
public static class ReachEnds
{
    /// <summary>
    /// <c>internet</c>, <c>anywhere</c>, or the id of a VPC, subnet, security group, instance, interface, internet
    /// gateway, on-premises network or gateway endpoint; as a destination also what hosts answer themselves, by its
    /// name or an address that it has in every VPC (<c>resolver</c>, <c>169.254.169.254</c>). Null where it means
    /// nothing in the topology.
    /// </summary>
    public static ReachEnd? Parse(Topology topology, string text) => text switch
    {
        "internet" => new ReachEnd([], Internet: true),
        "anywhere" => new ReachEnd(Interfaces(topology, _ => true), Internet: true)
        {
            PlaceIds = [.. topology.Elements.OfType<OnPremisesNetwork>().Select(network => network.Id)
                .Order(StringComparer.Ordinal)],
        },
        _ => OfId(topology, text),
    };

    private static ReachEnd? OfId(Topology topology, string id) => topology.Find(id) switch
    {
        InternetGateway { VpcId: not null } => new ReachEnd([], Internet: true) { GatewayId = id },
        NetworkInterface => new ReachEnd([id]),
        Vpc => new ReachEnd(Interfaces(topology, nic => nic.VpcId == id)),
        Subnet => new ReachEnd(Interfaces(topology, nic => nic.SubnetId == id)),
        SecurityGroup => new ReachEnd(Interfaces(topology, nic => nic.SecurityGroupIds.Contains(id))),
        OnPremisesNetwork or VpcEndpoint { Kind: VpcEndpointKind.Gateway } => new ReachEnd([]) { PlaceIds = [id] },
        null when topology.Index.Instances.ContainsKey(id) =>
            new ReachEnd(Interfaces(topology, nic => nic.InstanceId == id)),
        null when HostService.Named(id) is { } service => new ReachEnd([]) { PlaceIds = [service.Id] },
        _ => null,
    };

    private static IReadOnlyList<string> Interfaces(Topology topology, Func<NetworkInterface, bool> isMeant) =>
        [.. topology.Elements.OfType<NetworkInterface>().Where(isMeant).Select(nic => nic.Id)
            .Order(StringComparer.Ordinal)];
}
