using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A Site-to-Site VPN connection: two tunnels from a customer gateway to a virtual private gateway or a transit
/// gateway. Whether a tunnel is up is not stored: see <see cref="Rules.Vpn.VpnTunnels"/>.
/// </summary>
public sealed record VpnConnectionRecord
{
    /// <summary>The id.</summary>
    public required VpnConnectionId Id { get; init; }

    /// <summary>pending, available, modifying, deleting, deleted; moved by its loop only.</summary>
    public required VpnState State { get; init; }

    /// <summary>The customer's end.</summary>
    public required CustomerGatewayId CustomerGatewayId { get; init; }

    /// <summary>AWS's end, where it is a virtual private gateway.</summary>
    public VpnGatewayId? VpnGatewayId { get; init; }

    /// <summary>AWS's end, where it is a transit gateway.</summary>
    public TransitGatewayId? TransitGatewayId { get; init; }

    /// <summary>Whether its routes are told to it; else the customer's side announces them over BGP.</summary>
    public bool StaticRoutesOnly { get; init; }

    /// <summary>Whether packets in its tunnels are IPv6, and not IPv4.</summary>
    public bool InsideIpv6 { get; init; }

    /// <summary>Addresses at the customer's side that its tunnels carry; null for all of the tunnels' family.</summary>
    public Cidr? LocalCidr { get; init; }

    /// <summary>Addresses at AWS's side that its tunnels carry; null for all of the tunnels' family.</summary>
    public Cidr? RemoteCidr { get; init; }

    /// <summary>The two tunnels.</summary>
    public required ImmutableArray<VpnTunnelRecord> Tunnels { get; init; }

    /// <summary>What CreateVpnConnectionRoute told it, in order of destinations.</summary>
    public ImmutableArray<VpnStaticRouteRecord> Routes { get; init; } = [];
}
