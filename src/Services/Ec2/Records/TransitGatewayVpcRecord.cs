using System.Collections.Immutable;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>What an attachment of a VPC has beside what every attachment has.</summary>
public sealed record TransitGatewayVpcRecord
{
    /// <summary>Its interfaces, one in a subnet and one subnet a zone.</summary>
    public ImmutableArray<TransitGatewayFaceRecord> Faces { get; init; } = [];

    /// <summary>The option of that name.</summary>
    public required DnsSupportValue DnsSupport { get; init; }

    /// <summary>Whether rules of the VPC may name groups of other VPCs.</summary>
    public required SecurityGroupReferencingSupportValue SecurityGroupReferencingSupport { get; init; }

    /// <summary>Whether it carries IPv6.</summary>
    public required Ipv6SupportValue Ipv6Support { get; init; }

    /// <summary>Whether both directions of a flow take one zone.</summary>
    public required ApplianceModeSupportValue ApplianceModeSupport { get; init; }
}
