namespace Orrery.Contracts.Tracing;

/// <summary>An open question.</summary>
/// <param name="From">
/// <c>internet</c>, <c>anywhere</c>, or a resource: a VPC, subnet, security group, instance, interface, internet
/// gateway, or on-premises network (by its customer gateway).
/// </param>
/// <param name="To">The same, or a gateway endpoint.</param>
/// <param name="Protocol">tcp, udp, icmp, icmpv6, a number; null or -1 for any.</param>
/// <param name="Port">The destination port, for ICMP the type; null for any.</param>
public sealed record ReachSearch(string From, string To, string? Protocol, int? Port);
