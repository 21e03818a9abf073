using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>Gateway endpoints (PrivateLink guide, "Gateway endpoints"): the way to a service ends and begins there.
/// </summary>
internal sealed class EndpointPassage(Journey journey, Walk walk)
{
    /// <summary>A gateway endpoint as a route's target.</summary>
    public void Reach(VpcEndpoint endpoint, VpcIndex vpc)
    {
        var packet = journey.Packet;
        var hop = At(endpoint, HopAction.Receive);
        if (!Takes(packet))
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.VpceGatewayProtocol);
        else if (vpc.OwnerOf(packet.Source) is null)
            journey.Drop(hop, Disposition.NotTransitive, ExplanationCodes.GatewayRejectsSpoofedTraffic);
        else if (!Serves(endpoint, packet.Destination))
            journey.Drop(hop, Disposition.GatewayRefused, ExplanationCodes.VpceGatewaySourceAddress);
        else if (!journey.Expected.MetAt(Arrivals.Endpoint, endpoint.Id, packet))
            journey.Drop(hop, Disposition.Misrouted, ExplanationCodes.NoPath);
        else
        {
            journey.Add(hop);
            journey.EndEndpoint = endpoint;
        }
    }

    /// <summary>The service's answer, which comes into the VPC where the packet came from.</summary>
    public void Answer(VpcEndpoint endpoint)
    {
        journey.Add(At(endpoint, HopAction.Send));
        walk.Reach(journey.Topology.Vpc(endpoint.VpcId)!.OwnerOf(journey.Packet.Destination)!, null);
    }

    /// <summary>True where an address is one of the service's.</summary>
    private bool Serves(VpcEndpoint endpoint, IpAddress address)
    {
        foreach (var block in journey.Topology.Find<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [])
            if (block.Contains(address))
                return true;
        return false;
    }

    private static bool Takes(Packet packet) => packet.Protocol == IpProtocol.Tcp
        || (packet.Protocol == IpProtocol.Icmp && packet.DestinationPort == 8)
        || (packet.Protocol == IpProtocol.Icmp6 && packet.DestinationPort == 128);

    private Hop At(VpcEndpoint endpoint, HopAction action) =>
        new(HopKind.VpcEndpoint, endpoint.Id, action, journey.Packet) { VpcId = endpoint.VpcId };
}
