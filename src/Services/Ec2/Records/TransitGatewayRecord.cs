using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A transit gateway; its state is moved by its operations and its loop only.</summary>
public sealed record TransitGatewayRecord
{
    /// <summary>The id.</summary>
    public required TransitGatewayId Id { get; init; }

    /// <summary>The account that owns it; null where that is the account of the scope.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>pending, available, modifying, deleting, deleted.</summary>
    public required TransitGatewayState State { get; init; }

    /// <summary>Autonomous system number at the AWS side.</summary>
    public required long AmazonSideAsn { get; init; }

    /// <summary>Whether requests of other accounts need no answer.</summary>
    public required AutoAcceptSharedAttachmentsValue AutoAcceptSharedAttachments { get; init; }

    /// <summary>Whether new attachments are associated with the default table.</summary>
    public required DefaultRouteTableAssociationValue DefaultRouteTableAssociation { get; init; }

    /// <summary>Whether new attachments propagate to the default table.</summary>
    public required DefaultRouteTablePropagationValue DefaultRouteTablePropagation { get; init; }

    /// <summary>The default table of associations; null where there is none.</summary>
    public TransitGatewayRouteTableId? AssociationTableId { get; init; }

    /// <summary>The default table of propagations; null where there is none.</summary>
    public TransitGatewayRouteTableId? PropagationTableId { get; init; }

    /// <summary>Whether equal routes of VPN connections share the traffic.</summary>
    public required VpnEcmpSupportValue VpnEcmpSupport { get; init; }

    /// <summary>The option of that name.</summary>
    public required DnsSupportValue DnsSupport { get; init; }

    /// <summary>Whether rules of attached VPCs may name groups of one another.</summary>
    public required SecurityGroupReferencingSupportValue SecurityGroupReferencingSupport { get; init; }

    /// <summary>Blocks of the gateway's own.</summary>
    public ImmutableArray<Cidr> CidrBlocks { get; init; } = [];

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
