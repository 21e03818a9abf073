using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Makes a finding of what got through between two groups.</summary>
internal static class FindingWriter
{
    /// <summary>The finding; null where no packet that can exist is in the set.</summary>
    public static Finding? Of(StationClass? start, StationClass? end, PacketSet packets, ReachQuestion question)
    {
        if (Some(start, end, packets) is not { } packet)
            return null;
        var sources = Members(start, packets, Dimension.Source, withPublic: false);
        var destinations = Members(end, packets, Dimension.Destination, withPublic: true);
        var from = start is null
            ? new FlowEnd(question.From.GatewayId, packet.Source)
            : new FlowEnd(HolderOf(start, packet.Source)!.Id, packet.Source);
        var to = end is null
            ? new FlowEnd(question.To.GatewayId, packet.Destination)
            : new FlowEnd(HolderOf(end, packet.Destination)!.Id, packet.Destination);
        var ports = IpProtocol.HasPorts(packet.Protocol) || IpProtocol.IsIcmp(packet.Protocol);
        var witness = new Flow(from, to, packet.Protocol, ports ? packet.DestinationPort : null)
        {
            SourcePort = ports ? packet.SourcePort : null, PreferV6 = packet.Source.IsV6,
        };
        return new Finding(sources, destinations, packets, witness);
    }

    // An interface that reaches itself is the last thing to show.
    private static Packet? Some(StationClass? start, StationClass? end, PacketSet packets)
    {
        if (start is null || start != end)
            return packets.Some();
        foreach (var member in start.Members)
            foreach (var address in member.Addresses)
            {
                var own = Interval.Point(address.Private.Bits);
                var others = packets.Restrict(Dimension.Source, own)
                    .Subtract(Box.All(address.Private.IsV6).With(Dimension.Destination, own));
                if (others.Some() is { } packet && HolderOf(end, packet.Destination) != member)
                    return packet;
            }

        return null;
    }

    private static Station? HolderOf(StationClass group, IpAddress address)
    {
        foreach (var member in group.Members)
            if (member.Owns(address) || member.PrivateOf(address) is not null)
                return member;
        return null;
    }

    private static List<string> Members(StationClass? group, PacketSet packets, Dimension field, bool withPublic)
    {
        if (group is null)
            return [];
        var meant = RangeSet.OfRanges(packets.Boxes.Select(box => (box.IsV6, box[field])));
        return [.. group.Members
            .Where(member => member.Addresses.Any(address => meant.Contains(address.Private)
                || (withPublic && address.Public is { } open && meant.Contains(open))))
            .Select(member => member.Id)];
    }
}
