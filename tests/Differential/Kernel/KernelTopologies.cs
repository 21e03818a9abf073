using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>Random networks of what the namespaces can be built for. Everything follows from the seed.</summary>
internal static class KernelTopologies
{
    public static Topology Make(int seed)
    {
        var topology = Reduce(new RandomNetwork(seed).Topology());
        return topology.Elements.Any(e => e is TransitGateway) ? topology : new TransitOverlay(topology, seed).Make();
    }

    // What is taken away leaves routes that lead nowhere. A transit gateway keeps one attachment in appliance mode: the
    // mark of a connection holds one choice.
    private static Topology Reduce(Topology topology)
    {
        var pinned = new HashSet<string>();
        return Topology.Of(topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal).Select(element => element switch
        {
            VpnGateway or VpnConnection or OnPremisesNetwork or VpcEndpoint => null,
            TransitGatewayAttachment { VpcId: null } => null,
            TransitGatewayAttachment { ApplianceMode: true } a =>
                a with { ApplianceMode = pinned.Add(a.TransitGatewayId) },
            _ => element,
        }).OfType<Element>());
    }
}
