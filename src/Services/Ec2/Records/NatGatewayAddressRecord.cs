using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An address of a NAT gateway.</summary>
public sealed record NatGatewayAddressRecord
{
    /// <summary>The private IPv4 address.</summary>
    public required string PrivateIp { get; init; }

    /// <summary>Its interface.</summary>
    public NetworkInterfaceId? NetworkInterfaceId { get; init; }

    /// <summary>Its Elastic IP address; null when private.</summary>
    public AllocationId? AllocationId { get; init; }

    /// <summary>Whether it is the first address.</summary>
    public bool IsPrimary { get; init; }
}
