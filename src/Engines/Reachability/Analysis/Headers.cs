using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Which packets a question is about. What is left empty may be anything.</summary>
public sealed record Headers
{
    /// <summary>All packets.</summary>
    public static Headers Any { get; } = new();

    /// <summary>The IP protocols.</summary>
    public IReadOnlyList<int> Protocols { get; init; } = [];

    /// <summary>The source ports; for ICMP the codes. With ports and no protocol, TCP and UDP are meant.</summary>
    public IReadOnlyList<PortRange> SourcePorts { get; init; } = [];

    /// <summary>The destination ports; for ICMP the types.</summary>
    public IReadOnlyList<PortRange> DestinationPorts { get; init; } = [];

    /// <summary>Blocks of source addresses.</summary>
    public IReadOnlyList<Cidr> Sources { get; init; } = [];

    /// <summary>Blocks of destination addresses.</summary>
    public IReadOnlyList<Cidr> Destinations { get; init; } = [];

    /// <summary>The packets of a family between some addresses, as boxes that share nothing.</summary>
    internal PacketSet Between(RangeSet sources, RangeSet destinations, bool isV6)
    {
        var boxes = new List<Box>();
        var from = Sources.Count == 0 ? sources : sources.Intersect(RangeSet.Of(Sources));
        var to = Destinations.Count == 0 ? destinations : destinations.Intersect(RangeSet.Of(Destinations));
        var all = Box.All(isV6);
        foreach (var protocol in ProtocolRanges())
            foreach (var sourcePort in RangesOf(SourcePorts))
                foreach (var port in RangesOf(DestinationPorts))
                    foreach (var source in from.Of(isV6))
                        foreach (var destination in to.Of(isV6))
                            boxes.Add(all with
                            {
                                Source = source, Destination = destination, Protocol = protocol,
                                SourcePort = sourcePort, DestinationPort = port,
                            });
        return PacketSet.Disjoint(boxes);
    }

    private IEnumerable<Interval> ProtocolRanges()
    {
        if (Protocols.Count > 0)
            return Protocols.Distinct().Select(protocol => Interval.Point((UInt128)protocol));
        return SourcePorts.Count + DestinationPorts.Count > 0
            ? [Interval.Point(IpProtocol.Tcp), Interval.Point(IpProtocol.Udp)]
            : [Box.AllProtocols];
    }

    private static IEnumerable<Interval> RangesOf(IReadOnlyList<PortRange> ports)
    {
        if (ports.Count == 0 || ports.Any(range => range.From < 0))
            return [Box.AllPorts];
        var apart = RangeSet.OfRanges(ports.Select(range =>
            (false, new Interval((UInt128)range.From, (UInt128)Math.Max(range.From, range.To)))));
        return apart.Of(false);
    }
}
