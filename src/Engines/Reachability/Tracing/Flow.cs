namespace Orrery.Engines.Reachability.Tracing;

/// <summary>The question: can this source open a connection to that destination?</summary>
/// <param name="Source">Who begins.</param>
/// <param name="Destination">Who is to be reached.</param>
/// <param name="Protocol">The IP protocol number, see <see cref="IpProtocol"/>.</param>
/// <param name="DestinationPort">The destination port; for ICMP the type (null: echo request).</param>
public sealed record Flow(FlowEnd Source, FlowEnd Destination, int Protocol, int? DestinationPort = null)
{
    /// <summary>The source port where none is given: one that every system's ephemeral range has.</summary>
    public const int EphemeralPort = 50000;

    /// <summary>The source port that a NAT gateway gives, another one so that a trace shows the change.</summary>
    public const int NatPort = 50001;

    /// <summary>The source port; for ICMP the code. Null: an ephemeral port, and code 0.</summary>
    public int? SourcePort { get; init; }

    /// <summary>True to use IPv6 where both ends have it; otherwise IPv4 is taken where both have it.</summary>
    public bool PreferV6 { get; init; }

    /// <inheritdoc/>
    public override string ToString() => IpProtocol.HasPorts(Protocol) && DestinationPort is not null
        ? $"{Source} -> {Destination} {IpProtocol.NameOf(Protocol)}/{DestinationPort}"
        : $"{Source} -> {Destination} {IpProtocol.NameOf(Protocol)}";
}
