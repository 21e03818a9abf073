namespace Orrery.Engines.Reachability.Sets;

/// <summary>A field of a packet's header, by which sets of packets are described.</summary>
public enum Dimension
{
    /// <summary>The source address.</summary>
    Source,

    /// <summary>The destination address.</summary>
    Destination,

    /// <summary>The IP protocol number.</summary>
    Protocol,

    /// <summary>The source port, or the ICMP code.</summary>
    SourcePort,

    /// <summary>The destination port, or the ICMP type.</summary>
    DestinationPort,
}
