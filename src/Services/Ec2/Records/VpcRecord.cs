using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A VPC. Its state follows from AvailableAt; its main route table, default group and default ACL are found by index.
/// </summary>
public sealed record VpcRecord
{
    /// <summary>The id.</summary>
    public required VpcId Id { get; init; }

    /// <summary>IPv4 blocks; the first is the primary one.</summary>
    public ImmutableArray<VpcCidrRecord> Cidrs { get; init; } = [];

    /// <summary>IPv6 blocks.</summary>
    public ImmutableArray<VpcCidrRecord> Ipv6Cidrs { get; init; } = [];

    /// <summary>The DHCP options, or null for the value that AWS writes as "default".</summary>
    public DhcpOptionsId? DhcpOptionsId { get; init; }

    /// <summary>default or dedicated.</summary>
    public required Tenancy InstanceTenancy { get; init; }

    /// <summary>Whether it is the default VPC of its region.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableDnsSupport { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableDnsHostnames { get; init; }

    /// <summary>The attribute of that name.</summary>
    public bool EnableNetworkAddressUsageMetrics { get; init; }

    /// <summary>From when on it is available; before, it is pending.</summary>
    public required DateTimeOffset AvailableAt { get; init; }
}
