using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A customer gateway: what AWS knows of the device at the customer's end of VPN connections.</summary>
public sealed record CustomerGatewayRecord
{
    /// <summary>The id.</summary>
    public required CustomerGatewayId Id { get; init; }

    /// <summary>pending, available, deleting, deleted; moved by its loop only.</summary>
    public required VpnState State { get; init; }

    /// <summary>Autonomous system number of the device.</summary>
    public required long BgpAsn { get; init; }

    /// <summary>The address of its outer side.</summary>
    public required string IpAddress { get; init; }

    /// <summary>A name that its owner gave it.</summary>
    public string? DeviceName { get; init; }
}
