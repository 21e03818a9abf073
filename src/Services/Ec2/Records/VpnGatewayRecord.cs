using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A virtual private gateway, attached to at most one VPC.</summary>
public sealed record VpnGatewayRecord
{
    /// <summary>The id.</summary>
    public required VpnGatewayId Id { get; init; }

    /// <summary>Autonomous system number at the AWS side.</summary>
    public required long AmazonSideAsn { get; init; }

    /// <summary>As requested.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>The VPC that it is attached to.</summary>
    public VpcId? VpcId { get; init; }

    /// <summary>When it was deleted; it stays visible for a while.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
