using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A network interface. Its public address is found through the Elastic IP addresses.</summary>
public sealed record NetworkInterfaceRecord
{
    /// <summary>The id.</summary>
    public required NetworkInterfaceId Id { get; init; }

    /// <summary>Its subnet.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Its zone.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The id of its zone.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>For example 0a:1b:2c:3d:4e:5f.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>What it serves.</summary>
    public required NetworkInterfaceType InterfaceType { get; init; }

    /// <summary>Its security groups.</summary>
    public ImmutableArray<SecurityGroupId> Groups { get; init; } = [];

    /// <summary>IPv4 addresses, the primary one first.</summary>
    public ImmutableArray<string> PrivateIps { get; init; } = [];

    /// <summary>IPv6 addresses.</summary>
    public ImmutableArray<string> Ipv6Addresses { get; init; } = [];

    /// <summary>Delegated IPv4 prefixes, each a /28.</summary>
    public ImmutableArray<Cidr> Ipv4Prefixes { get; init; } = [];

    /// <summary>Delegated IPv6 prefixes, each a /80.</summary>
    public ImmutableArray<Cidr> Ipv6Prefixes { get; init; } = [];

    /// <summary>Whether the first IPv6 address is the primary one; once set, it stays.</summary>
    public bool HasPrimaryIpv6 { get; init; }

    /// <summary>Whether foreign packets are dropped.</summary>
    public bool SourceDestCheck { get; init; }

    /// <summary>Whether a service owns it (RequesterId says which).</summary>
    public bool RequesterManaged { get; init; }

    /// <summary>The service that owns it.</summary>
    public string? RequesterId { get; init; }

    /// <summary>What it is attached to.</summary>
    public NetworkInterfaceAttachmentRecord? Attachment { get; init; }

    /// <summary>The attachment that it was last detached from; it is shown for a while.</summary>
    public NetworkInterfaceAttachmentRecord? Detached { get; init; }

    /// <summary>A public address that is not an Elastic IP.</summary>
    public string? AutoPublicIp { get; init; }
}
