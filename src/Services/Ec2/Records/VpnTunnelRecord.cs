using Orrery.Core;

namespace Orrery.Services.Ec2.Records;

/// <summary>One of the two tunnels of a VPN connection.</summary>
public sealed record VpnTunnelRecord
{
    /// <summary>AWS's public address.</summary>
    public required string OutsideIpAddress { get; init; }

    /// <summary>The /30 whose first host is AWS and whose second is the customer.</summary>
    public Cidr? InsideCidr { get; init; }

    /// <summary>The /126 of the same kind, where the tunnel carries IPv6.</summary>
    public Cidr? InsideIpv6Cidr { get; init; }

    /// <summary>The key that both ends know.</summary>
    public required string PreSharedKey { get; init; }

    /// <summary>What was asked for in other than AWS's default way.</summary>
    public VpnTunnelOptionsRecord Options { get; init; } = new();

    /// <summary>When it last went up or down, or was made.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
