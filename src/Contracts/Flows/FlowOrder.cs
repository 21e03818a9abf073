namespace Orrery.Contracts.Flows;

/// <summary>A flow to send: who to whom, and how much. The figures are of one flow.</summary>
/// <param name="Source">A resource id, an address, or <c>internet</c>.</param>
/// <param name="Destination">A resource id, an address, or <c>internet</c>.</param>
/// <param name="Protocol">tcp, udp, icmp, icmpv6, or a number.</param>
/// <param name="Port">The destination port; TCP and UDP need one. For ICMP the type; null: an echo request.</param>
public sealed record FlowOrder(string Source, string Destination, string Protocol, int? Port)
{
    /// <summary>The source port of the first flow, the next ones following; null: an ephemeral one.</summary>
    public int? SourcePort { get; init; }

    /// <summary>How many packets there.</summary>
    public long Packets { get; init; } = 1;

    /// <summary>How many bytes there; null: as many as packets without content have.</summary>
    public long? Bytes { get; init; }

    /// <summary>How many packets back, where the flow arrives and is answered; null: as many as there.</summary>
    public long? ReplyPackets { get; init; }

    /// <summary>How many bytes back; null: as there, or as packets without content have.</summary>
    public long? ReplyBytes { get; init; }

    /// <summary>How long it takes; the packets are spread over it evenly.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.Zero;

    /// <summary>How many such flows, each from a source port of its own.</summary>
    public int Count { get; init; } = 1;
}
