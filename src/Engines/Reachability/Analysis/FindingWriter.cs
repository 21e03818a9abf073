using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Makes a finding of what got through between two groups.</summary>
internal static class FindingWriter
{
    /// <summary>The finding; null where no packet that can exist is in the set.</summary>
    public static Finding? Of(EndKey start, EndKey end, PacketSet packets, ReachQuestion question)
    {
        if (Usual(start, end, packets) is not { } packet)
            return null;
        var sources = Members(start, packets, Dimension.Source, withPublic: false);
        var destinations = Members(end, packets, Dimension.Destination, withPublic: true);
        var from = EndOf(start, packet.Source, question.From.GatewayId);
        var to = EndOf(end, packet.Destination, question.To.GatewayId);
        var ports = IpProtocol.HasPorts(packet.Protocol) || IpProtocol.IsIcmp(packet.Protocol);
        var witness = new Flow(from, to, packet.Protocol, ports ? packet.DestinationPort : null)
        {
            SourcePort = ports ? packet.SourcePort : null, PreferV6 = packet.Source.IsV6,
        };
        return new Finding(sources, destinations, packets, witness);
    }

    // From and to the hosts that stand for the internet elsewhere, where they are among them.
    private static Packet? Usual(EndKey start, EndKey end, PacketSet packets)
    {
        foreach (var (key, field) in new[] { (start, Dimension.Source), (end, Dimension.Destination) })
            if (key.IsInternet)
                foreach (var host in new[] { FlowEnd.InternetV4, FlowEnd.InternetV6 })
                {
                    var usual = packets.Intersect(Box.All(host.IsV6).With(field, Interval.Point(host.Bits)));
                    if (usual.Some() is { } packet)
                        return packet;
                }

        return Some(start.Group, end.Group, packets);
    }

    private static FlowEnd EndOf(EndKey end, IpAddress address, string? gatewayId) => new(
        end.Group is { } group ? HolderOf(group, address)!.Id : end.PlaceId ?? gatewayId, address);

    // An interface that reaches itself is the last thing to show.
    private static Packet? Some(StationClass? start, StationClass? end, PacketSet packets)
    {
        if (start is null || start != end)
            return packets.Some();
        foreach (var member in start.Members)
            foreach (var address in member.Addresses)
            {
                var others = packets.Restrict(Dimension.Source, Interval.Point(address.Private.Bits));
                others = member.Addresses.Where(other => other.Private.IsV6 == address.Private.IsV6).Aggregate(
                    others,
                    (rest, other) => new[] { other.Private, other.Public ?? other.Private }.Aggregate(
                        rest,
                        (left, own) => left.Subtract(Box.All(own.IsV6)
                            .With(Dimension.Destination, Interval.Point(own.Bits)))));
                if (others.Some() is { } packet)
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

    private static List<string> Members(EndKey end, PacketSet packets, Dimension field, bool withPublic)
    {
        if (end.Group is not { } group)
            return end.PlaceId is { } place ? [place] : [];
        var ids = new List<string>();
        foreach (var member in group.Members)
            foreach (var address in member.Addresses)
                if (Has(packets, field, address.Private)
                    || (withPublic && address.Public is { } open && Has(packets, field, open)))
                {
                    ids.Add(member.Id);
                    break;
                }

        return ids;
    }

    private static bool Has(PacketSet packets, Dimension field, IpAddress address)
    {
        foreach (ref readonly var box in packets.Span)
            if (box.IsV6 == address.IsV6 && box[field].Contains(address.Bits))
                return true;
        return false;
    }
}
