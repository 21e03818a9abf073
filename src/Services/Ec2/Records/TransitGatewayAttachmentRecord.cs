using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// What is attached to a transit gateway: a VPC, a VPN connection, or another transit gateway. A peering stands in the
/// scopes of both gateways, each with its own association.
/// </summary>
public sealed record TransitGatewayAttachmentRecord
{
    /// <summary>The id.</summary>
    public required TransitGatewayAttachmentId Id { get; init; }

    /// <summary>The gateway of this scope.</summary>
    public required TransitGatewayId TransitGatewayId { get; init; }

    /// <summary>vpc, vpn or peering.</summary>
    public required TransitGatewayAttachmentResourceType ResourceType { get; init; }

    /// <summary>The VPC, the VPN connection or the peer gateway.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The account of that resource.</summary>
    public required string ResourceOwnerId { get; init; }

    /// <summary>The account of the gateway.</summary>
    public required string TransitGatewayOwnerId { get; init; }

    /// <summary>Moved by its operations and its loop only.</summary>
    public required TransitGatewayAttachmentState State { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The route table that decides for what comes in by it, and how far that is.</summary>
    public TransitGatewayAssociationRecord? Association { get; init; }

    /// <summary>The route tables that learn what it announces.</summary>
    public ImmutableArray<TransitGatewayRouteTableId> PropagatesTo { get; init; } = [];

    /// <summary>What only a VPC has.</summary>
    public TransitGatewayVpcRecord? Vpc { get; init; }

    /// <summary>What only a peering has.</summary>
    public TransitGatewayPeeringRecord? Peering { get; init; }
}
