using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A block behind the customer gateway that a VPN connection was told of.</summary>
public sealed record VpnStaticRouteRecord
{
    /// <summary>The block.</summary>
    public required Cidr DestinationCidr { get; init; }

    /// <summary>pending, available or deleting; moved by its loop only.</summary>
    public required VpnState State { get; init; }
}
