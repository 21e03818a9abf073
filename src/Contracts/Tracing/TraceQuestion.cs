namespace Orrery.Contracts.Tracing;

/// <summary>Can one end open a connection to the other?</summary>
/// <param name="Source">A resource id, an address, or <c>internet</c>.</param>
/// <param name="Destination">A resource id, an address, or <c>internet</c>.</param>
/// <param name="Protocol">tcp, udp, icmp, icmpv6, a number, or -1: TCP, UDP and ICMP must all work.</param>
/// <param name="Port">The destination port, for ICMP the type. Null: all ports must work.</param>
/// <param name="SourcePort">The source port; null: 50000, and told where others fare otherwise.</param>
/// <param name="Remedies">Whether to look for what would help.</param>
public sealed record TraceQuestion(
    string Source, string Destination, string Protocol, int? Port, int? SourcePort, bool Remedies);
