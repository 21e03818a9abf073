using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>An address of a network interface or NAT gateway.</summary>
/// <param name="Private">The address within the VPC; for IPv6 the address itself.</param>
/// <param name="Public">The public IPv4 address that internet gateways translate it to and from, or null.</param>
public sealed record InterfaceAddress(IpAddress Private, IpAddress? Public = null);
