using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An address of a NAT gateway, as it has it or had it until it was deleted.</summary>
public sealed record NatGatewayAddressRecord
{
    /// <summary>The private IPv4 address.</summary>
    public required string PrivateIp { get; init; }

    /// <summary>Its interface.</summary>
    public NetworkInterfaceId? NetworkInterfaceId { get; init; }

    /// <summary>Its Elastic IP address; null when private.</summary>
    public AllocationId? AllocationId { get; init; }

    /// <summary>That address as such, once it is associated.</summary>
    public string? PublicIp { get; init; }

    /// <summary>And the id of the association.</summary>
    public string? AssociationId { get; init; }

    /// <summary>Whether it is the first address.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Moved by the operations on addresses and their loop only.</summary>
    public NatGatewayAddressStatus Status { get; init; } = NatGatewayAddressStatus.Succeeded;

    /// <summary>Why it failed.</summary>
    public string? FailureMessage { get; init; }
}
