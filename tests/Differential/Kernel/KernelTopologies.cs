using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>Random networks of what the namespaces can be built for. Everything follows from the seed.</summary>
internal static class KernelTopologies
{
    public static Topology Make(int seed)
    {
        var topology = Reduce(new RandomNetwork(seed).Topology(), seed);
        return topology.Elements.Any(e => e is TransitGateway) ? topology : new TransitOverlay(topology, seed).Make();
    }

    // What is taken away leaves routes that lead nowhere. A transit gateway keeps one attachment in appliance mode: the
    // mark of a connection holds one choice. A site keeps one VPN connection that is up, by which it sends all.
    private static Topology Reduce(Topology topology, int seed)
    {
        var (pinned, up) = (new HashSet<string>(), new HashSet<string>());
        var ordered = topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        if (seed % 2 == 0)
            ordered.Reverse();
        return Topology.Of(ordered.Select(element => element switch
        {
            VpcEndpoint { Kind: VpcEndpointKind.Interface } => null,
            VpnConnection c when topology.Find<OnPremisesNetwork>(c.CustomerGatewayId) is null => null,
            VpnConnection { Up: true } c => c with { Up = up.Add(c.CustomerGatewayId) },
            TransitGatewayAttachment { ApplianceMode: true } a =>
                a with { ApplianceMode = pinned.Add(a.TransitGatewayId) },
            _ => element,
        }).OfType<Element>());
    }
}
