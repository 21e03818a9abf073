using System.Globalization;
using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>A set of packets as lines that a person can read.</summary>
public static class PacketText
{
    /// <summary>
    /// Lines such as <c>tcp 22, 443 from 10.0.0.0/16 to 10.1.0.5</c>: what differs in the source addresses or in the
    /// destination port only stands together.
    /// </summary>
    /// <param name="packets">The packets.</param>
    /// <param name="internet">Where they come from hosts on the internet: the addresses of all such hosts.</param>
    public static IReadOnlyList<string> Lines(PacketSet packets, RangeSet? internet = null) =>
        [.. packets.Boxes
            .GroupBy(box => (box.IsV6, box.Destination, box.Protocol, box.SourcePort, box.DestinationPort))
            .Select(group => (group.Key, From: Sources(group.Key.IsV6, group.Select(box => box.Source), internet)))
            .GroupBy(item => (item.Key.IsV6, item.From, item.Key.Destination, item.Key.Protocol, item.Key.SourcePort))
            .Select(group => Line(
                group.Key.Protocol, group.Select(item => item.Key.DestinationPort).ToList(),
                $"from {group.Key.From} to {Addresses(group.Key.Destination, group.Key.IsV6)}"
                + SourcePorts(group.Key.SourcePort)))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static string Line(Interval protocols, List<Interval> ports, string ends)
    {
        var named = ports.Contains(Box.AllPorts)
            ? ""
            : " " + string.Join(", ", ports.Distinct().OrderBy(port => port.Low).Select(Range));
        var what = protocols == Box.AllProtocols ? "all protocols"
            : protocols.IsPoint ? IpProtocol.NameOf((int)protocols.Low)
            : $"protocols {Range(protocols)}";
        // Types have their own name; a protocol without ports has none to tell.
        var icmp = protocols.IsPoint && IpProtocol.IsIcmp((int)protocols.Low) && named.Length > 0;
        return $"{what}{(icmp ? " type" : "")}{named} {ends}";
    }

    private static string SourcePorts(Interval ports) =>
        ports == Box.AllPorts || ports == Interval.Point(Flow.EphemeralPort) ? "" : $" (source port {Range(ports)})";

    private static string Sources(bool isV6, IEnumerable<Interval> ranges, RangeSet? internet)
    {
        var sources = RangeSet.OfRanges(ranges.Select(range => (isV6, range)));
        if (internet is not null && internet.Of(isV6).All(hosts => sources.Within(isV6, hosts).Contains(hosts)))
            return isV6 ? "the internet (IPv6)" : "the internet";
        return string.Join(", ", sources.Of(isV6).Select(range => Addresses(range, isV6)));
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
