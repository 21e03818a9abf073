using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Sets;

/// <summary>
/// The packets of one address family whose every field lies in a range. For protocols without ports the ports say
/// nothing and are left wide; see <see cref="RealHeaders"/>.
/// </summary>
/// <param name="IsV6">The family.</param>
/// <param name="Source">The source addresses.</param>
/// <param name="Destination">The destination addresses.</param>
/// <param name="Protocol">The IP protocol numbers.</param>
/// <param name="SourcePort">The source ports, or ICMP codes.</param>
/// <param name="DestinationPort">The destination ports, or ICMP types.</param>
public readonly record struct Box(
    bool IsV6, Interval Source, Interval Destination, Interval Protocol, Interval SourcePort, Interval DestinationPort)
{
    /// <summary>All protocols.</summary>
    public static readonly Interval AllProtocols = new(0, 255);

    /// <summary>All ports.</summary>
    public static readonly Interval AllPorts = new(0, 65535);

    private static readonly Box AllV4 = Full(false, new Interval(0, uint.MaxValue));
    private static readonly Box AllV6 = Full(true, new Interval(0, UInt128.MaxValue));

    /// <summary>The range of one field.</summary>
    public Interval this[Dimension dimension] => dimension switch
    {
        Dimension.Source => Source,
        Dimension.Destination => Destination,
        Dimension.Protocol => Protocol,
        Dimension.SourcePort => SourcePort,
        _ => DestinationPort,
    };

    /// <summary>All packets of a family.</summary>
    public static Box All(bool isV6) => isV6 ? AllV6 : AllV4;

    /// <summary>The addresses of a block as a range.</summary>
    public static Interval RangeOf(Cidr block) => new(block.First.Bits, block.Last.Bits);

    /// <summary>The box with another range for one field.</summary>
    public Box With(Dimension dimension, Interval range) => dimension switch
    {
        Dimension.Source => this with { Source = range },
        Dimension.Destination => this with { Destination = range },
        Dimension.Protocol => this with { Protocol = range },
        Dimension.SourcePort => this with { SourcePort = range },
        _ => this with { DestinationPort = range },
    };

    /// <summary>True where the two share a packet.</summary>
    public bool Overlaps(in Box other) => IsV6 == other.IsV6
        && Source.Overlaps(other.Source) && Destination.Overlaps(other.Destination)
        && Protocol.Overlaps(other.Protocol)
        && DestinationPort.Overlaps(other.DestinationPort) && SourcePort.Overlaps(other.SourcePort);

    /// <summary>True where the other box lies wholly within.</summary>
    public bool Contains(in Box other) => IsV6 == other.IsV6
        && Source.Contains(other.Source) && Destination.Contains(other.Destination)
        && Protocol.Contains(other.Protocol)
        && DestinationPort.Contains(other.DestinationPort) && SourcePort.Contains(other.SourcePort);

    /// <summary>What the two share; only where they overlap.</summary>
    public Box Intersect(in Box other) => new(
        IsV6, Source.Intersect(other.Source), Destination.Intersect(other.Destination),
        Protocol.Intersect(other.Protocol), SourcePort.Intersect(other.SourcePort),
        DestinationPort.Intersect(other.DestinationPort));

    /// <summary>True where the packet is one of the box.</summary>
    public bool Contains(Packet packet) => packet.Source.IsV6 == IsV6
        && Source.Contains(packet.Source.Bits) && Destination.Contains(packet.Destination.Bits)
        && Protocol.Contains((UInt128)packet.Protocol)
        && SourcePort.Contains((UInt128)packet.SourcePort) && DestinationPort.Contains((UInt128)packet.DestinationPort);

    /// <summary>Adds what is left of this box without another, as boxes that share nothing.</summary>
    internal void Without(in Box other, List<Box> rest)
    {
        if (!Overlaps(other))
        {
            rest.Add(this);
            return;
        }

        var core = this;
        for (var dimension = Dimension.Source; dimension <= Dimension.DestinationPort; dimension++)
        {
            var (mine, taken) = (core[dimension], other[dimension]);
            if (mine.Low < taken.Low)
                rest.Add(core.With(dimension, new Interval(mine.Low, taken.Low - 1)));
            if (mine.High > taken.High)
                rest.Add(core.With(dimension, new Interval(taken.High + 1, mine.High)));
            core = core.With(dimension, mine.Intersect(taken));
        }
    }

    private static Box Full(bool isV6, Interval addresses) =>
        new(isV6, addresses, addresses, AllProtocols, AllPorts, AllPorts);
}
