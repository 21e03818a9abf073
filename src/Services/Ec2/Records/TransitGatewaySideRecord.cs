using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>One side of a peering of transit gateways.</summary>
public sealed record TransitGatewaySideRecord
{
    /// <summary>The gateway.</summary>
    public required TransitGatewayId TransitGatewayId { get; init; }

    /// <summary>Its account.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// The attachment on this side. Both sides share one id, unless both are in one account and region.
    /// </summary>
    public required TransitGatewayAttachmentId AttachmentId { get; init; }
}
