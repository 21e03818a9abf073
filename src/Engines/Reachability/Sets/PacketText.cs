using System.Globalization;
using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>A set of packets as lines that a person can read.</summary>
public static class PacketText
{
    /// <summary>
    /// Lines such as <c>tcp 22, 443 from 10.0.0.0/16 to 10.1.0.5</c>: what differs in the destination port only stands
    /// together.
    /// </summary>
    public static IReadOnlyList<string> Lines(PacketSet packets) =>
        [.. packets.Boxes
            .GroupBy(box => (box.IsV6, box.Source, box.Destination, box.Protocol, box.SourcePort))
            .SelectMany(group => Lines(group.Key.Protocol, group.ToList()))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Interval protocols, List<Box> boxes)
    {
        var first = boxes[0];
        var ends = $"from {Addresses(first.Source, first.IsV6)} to {Addresses(first.Destination, first.IsV6)}";
        if (first.SourcePort != Box.AllPorts && first.SourcePort != Interval.Point(Flow.EphemeralPort))
            ends += $" (source port {Range(first.SourcePort)})";
        var ports = boxes.Any(box => box.DestinationPort == Box.AllPorts)
            ? ""
            : " " + string.Join(", ", boxes.Select(box => box.DestinationPort).OrderBy(p => p.Low).Select(Range));
        var what = protocols == Box.AllProtocols ? "all protocols"
            : protocols.IsPoint ? IpProtocol.NameOf((int)protocols.Low)
            : $"protocols {Range(protocols)}";
        // Types have their own name; a protocol without ports has none to tell.
        var icmp = protocols.IsPoint && IpProtocol.IsIcmp((int)protocols.Low) && ports.Length > 0;
        yield return $"{what}{(icmp ? " type" : "")}{ports} {ends}";
    }

    private static string Addresses(Interval range, bool isV6)
    {
        if (range == Box.All(isV6).Source)
            return "any address";
        var (low, high) = (RealHeaders.Address(range.Low, isV6), RealHeaders.Address(range.High, isV6));
        if (range.IsPoint)
            return low.ToString();
        for (var length = low.Width; length >= 0; length--)
            if (Cidr.Of(low, length) is var block && block.First == low && block.Last == high)
                return block.ToString();
        return $"{low}-{high}";
    }

    private static string Range(Interval range) => range.IsPoint
        ? range.Low.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.Low}-{range.High}");
}
