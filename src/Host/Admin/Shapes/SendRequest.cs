namespace Orrery.Host.Admin.Shapes;

/// <summary>A flow to send.</summary>
/// <param name="Source">i-…, eni-…, an address, or <c>internet</c>.</param>
/// <param name="Destination">The same.</param>
/// <param name="Port">The destination port; for ICMP the type.</param>
/// <param name="Protocol">tcp (the default), udp, icmp, icmpv6, or a number.</param>
/// <param name="SourcePort">The source port; none means an ephemeral one.</param>
/// <param name="Packets">How many packets; one by default.</param>
/// <param name="Bytes">How many bytes in all; none means packets without content.</param>
/// <param name="ReplyPackets">How many packets come back; as many by default.</param>
/// <param name="ReplyBytes">And bytes.</param>
/// <param name="Duration">How long it takes, for example <c>10s</c>; at once by default.</param>
/// <param name="Count">How many such flows; one by default.</param>
public sealed record SendRequest(
    string? Source = null,
    string? Destination = null,
    int? Port = null,
    string? Protocol = null,
    int? SourcePort = null,
    long? Packets = null,
    long? Bytes = null,
    long? ReplyPackets = null,
    long? ReplyBytes = null,
    string? Duration = null,
    int? Count = null);
