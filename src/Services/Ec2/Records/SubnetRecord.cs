using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A subnet. The number of free addresses is counted from its network interfaces, never stored.</summary>
public sealed record SubnetRecord
{
    /// <summary>The id.</summary>
    public required SubnetId Id { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Zone name, for example us-east-1a.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>Zone id, for example use1-az1.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>The IPv4 block; null when IPv6-native.</summary>
    public Cidr? Cidr { get; init; }

    /// <summary>IPv6 blocks.</summary>
    public ImmutableArray<SubnetIpv6CidrRecord> Ipv6Cidrs { get; init; } = [];

    /// <summary>Whether it is the default subnet of its zone.</summary>
    public bool DefaultForAz { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool MapPublicIpOnLaunch { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool AssignIpv6AddressOnCreation { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableDns64 { get; init; }

    /// <summary>IPv6 only.</summary>
    public bool Ipv6Native { get; init; }

    /// <summary>ip-name or resource-name.</summary>
    public required HostnameType PrivateDnsHostnameType { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableResourceNameDnsARecord { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableResourceNameDnsAaaaRecord { get; init; }

    /// <summary>From when on it is available; before, it is pending.</summary>
    public required DateTimeOffset AvailableAt { get; init; }
}
