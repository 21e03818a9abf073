using Orrery.Core;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>The header of a packet.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="Destination">Where it is going.</param>
/// <param name="Protocol">The IP protocol number.</param>
/// <param name="SourcePort">The source port; for ICMP the code; otherwise 0.</param>
/// <param name="DestinationPort">The destination port; for ICMP the type; otherwise 0.</param>
public sealed record Packet(
    IpAddress Source, IpAddress Destination, int Protocol, int SourcePort, int DestinationPort)
{
    /// <summary>
    /// The packet that answers this one, or null where this kind is never answered (ICMP but for queries).
    /// </summary>
    public Packet? Reply() => Protocol switch
    {
        IpProtocol.Icmp or IpProtocol.Icmp6 =>
            IpProtocol.ReplyTypeOf(Protocol, DestinationPort) is { } type
                ? new Packet(Destination, Source, Protocol, 0, type)
                : null,
        _ => new Packet(Destination, Source, Protocol, DestinationPort, SourcePort),
    };

    /// <summary>The packet as text, for example <c>tcp 10.0.0.4:50000 -> 10.1.0.9:443</c>.</summary>
    public override string ToString() => IpProtocol.HasPorts(Protocol)
        ? $"{IpProtocol.NameOf(Protocol)} {Endpoint(Source, SourcePort)} -> {Endpoint(Destination, DestinationPort)}"
        : $"{IpProtocol.NameOf(Protocol)} {Source} -> {Destination}";

    private static string Endpoint(IpAddress address, int port) =>
        address.IsV6 ? $"[{address}]:{port}" : $"{address}:{port}";
}
