using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An address that a NAT gateway was asked to have, and gets once it is made.</summary>
public sealed record NatGatewayWishRecord
{
    /// <summary>The Elastic IP address; null when private.</summary>
    public AllocationId? AllocationId { get; init; }

    /// <summary>The private address; null for any.</summary>
    public string? PrivateIp { get; init; }
}
