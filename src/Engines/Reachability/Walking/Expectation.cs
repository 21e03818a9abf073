using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>Where a packet must end to count as arrived.</summary>
/// <param name="Interface">The interface; null where any owner of the address will do, or the internet.</param>
/// <param name="GatewayId">For an end on the internet: the gateway that it must leave by, or null for any.</param>
/// <param name="Asked">For a reply: the packet that it must answer.</param>
/// <param name="OnInternet">True where it must, false where it must not, null where it may end on the internet.</param>
internal readonly record struct Expectation(
    InterfaceNode? Interface, string? GatewayId, Packet? Asked, bool? OnInternet)
{
    public bool MetAt(InterfaceNode nic, Packet packet) =>
        OnInternet != true && (Interface is null || Interface == nic) && Answers(packet);

    public bool MetOnInternet(string? gatewayId, Packet packet) =>
        OnInternet != false && (GatewayId is null || GatewayId == gatewayId) && Answers(packet);

    private bool Answers(Packet packet) => Asked is null
        || (packet.Source == Asked.Destination && packet.Destination == Asked.Source
            && (!IpProtocol.HasPorts(packet.Protocol)
                || (packet.SourcePort == Asked.DestinationPort && packet.DestinationPort == Asked.SourcePort)));
}
