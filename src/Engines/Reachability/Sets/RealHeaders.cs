using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>
/// Which combinations of protocol and ports packets have: TCP and UDP have ports, ICMP a type and a code of one byte
/// each, other protocols neither (both stand as 0). Each family has its own ICMP.
/// </summary>
public static class RealHeaders
{
    private static readonly Interval Byte = new(0, 255);
    private static readonly Interval Zero = Interval.Point(0);
    private static readonly Interval Echo = Interval.Point(8);
    private static readonly Interval EchoV6 = Interval.Point(128);
    private static readonly Interval Ephemeral = Interval.Point(Flow.EphemeralPort);

    private static readonly (Interval Protocol, Interval SourcePort, Interval DestinationPort)[] Kinds =
    [
        (Interval.Point(IpProtocol.Tcp), Ephemeral, Box.AllPorts),
        (Interval.Point(IpProtocol.Udp), Ephemeral, Box.AllPorts),
        (Interval.Point(IpProtocol.Icmp), Zero, Echo),
        (Interval.Point(IpProtocol.Icmp6), Zero, EchoV6),
        (Interval.Point(IpProtocol.Tcp), Box.AllPorts, Box.AllPorts),
        (Interval.Point(IpProtocol.Udp), Box.AllPorts, Box.AllPorts),
        (Interval.Point(IpProtocol.Icmp), Byte, Byte),
        (Interval.Point(IpProtocol.Icmp6), Byte, Byte),
        (new Interval(0, 0), Zero, Zero),
        (new Interval(2, 5), Zero, Zero),
        (new Interval(7, 16), Zero, Zero),
        (new Interval(18, 57), Zero, Zero),
        (new Interval(59, 255), Zero, Zero),
    ];

    /// <summary>The kinds of headers, those that a person would try first in front.</summary>
    internal static ReadOnlySpan<(Interval Protocol, Interval SourcePort, Interval DestinationPort)>
        InOrderOfInterest => Kinds;

    /// <summary>What a box has of a kind of headers, or null.</summary>
    internal static Box? Overlap(
        in Box box, (Interval Protocol, Interval SourcePort, Interval DestinationPort) kind) =>
        kind.Protocol.Low != (UInt128)(box.IsV6 ? IpProtocol.Icmp : IpProtocol.Icmp6)
            && box.Protocol.Overlaps(kind.Protocol) && box.SourcePort.Overlaps(kind.SourcePort)
            && box.DestinationPort.Overlaps(kind.DestinationPort)
            ? box with
            {
                Protocol = box.Protocol.Intersect(kind.Protocol),
                SourcePort = box.SourcePort.Intersect(kind.SourcePort),
                DestinationPort = box.DestinationPort.Intersect(kind.DestinationPort),
            }
            : null;

    /// <summary>The first packet of a box.</summary>
    internal static Packet PacketOf(in Box box) => new(
        Address(box.Source.Low, box.IsV6), Address(box.Destination.Low, box.IsV6), (int)box.Protocol.Low,
        (int)box.SourcePort.Low, (int)box.DestinationPort.Low);

    internal static IpAddress Address(UInt128 bits, bool isV6) => isV6 ? IpAddress.V6(bits) : IpAddress.V4((uint)bits);
}
