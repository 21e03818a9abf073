using Orrery.Core;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>One rule of a security group: exactly one of the four peers is set.</summary>
public sealed record SecurityGroupRuleRecord
{
    /// <summary>The id.</summary>
    public required SecurityGroupRuleId Id { get; init; }

    /// <summary>Its group.</summary>
    public required SecurityGroupId GroupId { get; init; }

    /// <summary>Outbound when true.</summary>
    public bool IsEgress { get; init; }

    /// <summary>tcp, udp, icmp, icmpv6, -1 or a number.</summary>
    public required string IpProtocol { get; init; }

    /// <summary>First port or ICMP type; -1 for all.</summary>
    public required int FromPort { get; init; }

    /// <summary>Last port or ICMP code; -1 for all.</summary>
    public required int ToPort { get; init; }

    /// <summary>Peer: IPv4 or IPv6 block.</summary>
    public Cidr? Cidr { get; init; }

    /// <summary>Peer: a prefix list.</summary>
    public PrefixListId? PrefixListId { get; init; }

    /// <summary>Peer: another group.</summary>
    public SecurityGroupReference? ReferencedGroup { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }
}
