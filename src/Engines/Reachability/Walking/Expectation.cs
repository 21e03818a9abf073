using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>Where a packet must end to count as arrived.</summary>
/// <param name="Where">The kinds of places that count.</param>
/// <param name="Interface">The interface; null where any owner of the address will do.</param>
/// <param name="PlaceId">
/// The internet gateway that it must leave by, the on-premises network or the endpoint; null for any.
/// </param>
/// <param name="Asked">For a reply: the packet that it must answer.</param>
internal readonly record struct Expectation(
    Arrivals Where, InterfaceNode? Interface = null, string? PlaceId = null, Packet? Asked = null)
{
    public bool MetAt(InterfaceNode nic, Packet packet) =>
        Where.HasFlag(Arrivals.Interface) && (Interface is null || Interface == nic) && Answers(packet);

    /// <summary>At a place of another kind: on the internet behind a gateway, on premises, at an endpoint.</summary>
    public bool MetAt(Arrivals kind, string? placeId, Packet packet) =>
        Where.HasFlag(kind) && (PlaceId is null || PlaceId == placeId) && Answers(packet);

    private bool Answers(Packet packet) => Asked is null
        || (packet.Source == Asked.Destination && packet.Destination == Asked.Source
            && (!IpProtocol.HasPorts(packet.Protocol)
                || (packet.SourcePort == Asked.DestinationPort && packet.DestinationPort == Asked.SourcePort)));
}
