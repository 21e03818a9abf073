using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>One side of a VPC peering connection, as it was when the request was made.</summary>
public sealed record PeeringSide
{
    /// <summary>The account.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Its IPv4 blocks.</summary>
    public ImmutableArray<Cidr> Cidrs { get; init; } = [];

    /// <summary>Its IPv6 blocks.</summary>
    public ImmutableArray<Cidr> Ipv6Cidrs { get; init; } = [];

    /// <summary>The peering option of that name.</summary>
    public bool AllowDnsResolutionFromRemoteVpc { get; init; }
}
