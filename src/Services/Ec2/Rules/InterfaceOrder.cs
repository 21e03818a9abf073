using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>What <see cref="InterfaceFactory"/> is to make.</summary>
internal sealed record InterfaceOrder
{
    /// <summary>Where.</summary>
    public required SubnetRecord Subnet { get; init; }

    /// <summary>Its security groups; may be empty where a service owns it.</summary>
    public ImmutableArray<SecurityGroupId> Groups { get; init; } = [];

    /// <summary>What it serves.</summary>
    public NetworkInterfaceType Type { get; init; } = NetworkInterfaceType.Interface;

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The service that asks, which then owns the interface; null where the caller does.</summary>
    public string? RequesterId { get; init; }

    /// <summary>The primary IPv4 address; the next free one when null.</summary>
    public string? PrimaryIp { get; init; }

    /// <summary>Further addresses and prefixes.</summary>
    public AddressWish Wish { get; init; } = new();

    /// <summary>Whether the first IPv6 address is to be the primary one.</summary>
    public bool PrimaryIpv6 { get; init; }

    /// <summary>The instance that it is made for.</summary>
    public NetworkInterfaceAttachmentRecord? Attachment { get; init; }

    /// <summary>A public address for its primary one.</summary>
    public string? PublicIp { get; init; }
}
