namespace Orrery.Services.Ec2.Records;

/// <summary>A step of a path that an analysis found.</summary>
public sealed record PathComponentRecord
{
    /// <summary>What it is.</summary>
    public required ComponentRecord Component { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string Account { get; init; }

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>The instance behind an interface.</summary>
    public ComponentRecord? AttachedTo { get; init; }

    /// <summary>The interface that a security group was asked for.</summary>
    public ComponentRecord? Interface { get; init; }

    /// <summary>Its subnet.</summary>
    public ComponentRecord? Subnet { get; init; }

    /// <summary>Its VPC.</summary>
    public ComponentRecord? Vpc { get; init; }

    /// <summary>For a peering connection: the VPC that the packet leaves.</summary>
    public ComponentRecord? SourceVpc { get; init; }

    /// <summary>For a peering connection: the VPC that it enters.</summary>
    public ComponentRecord? DestinationVpc { get; init; }

    /// <summary>The packet as it came.</summary>
    public PacketHeaderRecord? Inbound { get; init; }

    /// <summary>The packet as it went.</summary>
    public PacketHeaderRecord? Outbound { get; init; }

    /// <summary>Whether a rule looked at what goes out; null where none looked.</summary>
    public bool? Egress { get; init; }

    /// <summary>The entry of a network ACL that decided.</summary>
    public NetworkAclEntryRecord? AclRule { get; init; }

    /// <summary>The security group rule that decided.</summary>
    public SecurityGroupRuleRecord? SecurityGroupRule { get; init; }

    /// <summary>The route that decided.</summary>
    public PathRouteRecord? Route { get; init; }

    /// <summary>The transit gateway of an attachment or route table.</summary>
    public ComponentRecord? TransitGateway { get; init; }

    /// <summary>The route of a transit gateway that decided.</summary>
    public PathTransitRouteRecord? TransitRoute { get; init; }

    /// <summary>The customer gateway of a VPN connection.</summary>
    public ComponentRecord? CustomerGateway { get; init; }

    /// <summary>The service of an endpoint.</summary>
    public string? ServiceName { get; init; }
}
