using System.Collections.Immutable;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A VPC endpoint, in the scope of who made it. The route tables of a gateway endpoint are those that have its route.
/// </summary>
public sealed record VpcEndpointRecord
{
    /// <summary>The id.</summary>
    public required VpcEndpointId Id { get; init; }

    /// <summary>Gateway or interface.</summary>
    public required VpcEndpointType Type { get; init; }

    /// <summary>The VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>The name of the service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The region of the service.</summary>
    public required string ServiceRegion { get; init; }

    /// <summary>The endpoint service of a customer; null for one of AWS.</summary>
    public VpcEndpointServiceId? ServiceId { get; init; }

    /// <summary>Where that endpoint service is; null for one of AWS.</summary>
    public Scope? ServiceScope { get; init; }

    /// <summary>Moved by its operations, its owner's, the service's owner's, and by its loop.</summary>
    public required State State { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The policy as it was given; null for the default one.</summary>
    public string? Policy { get; init; }

    /// <summary>For a gateway endpoint: the service's addresses.</summary>
    public PrefixListId? PrefixListId { get; init; }

    /// <summary>For an interface endpoint: one for each subnet.</summary>
    public ImmutableArray<EndpointInterfaceRecord> Interfaces { get; init; } = [];

    /// <summary>The security groups of its interfaces.</summary>
    public ImmutableArray<SecurityGroupId> Groups { get; init; } = [];

    /// <summary>Which addresses its interfaces have.</summary>
    public required IpAddressType IpAddressType { get; init; }

    /// <summary>Which records its names have.</summary>
    public required DnsRecordIpType DnsRecordIpType { get; init; }

    /// <summary>What its own DNS names end in; null for a gateway endpoint.</summary>
    public string? BaseDnsName { get; init; }

    /// <summary>Eight characters that its DNS names have behind the id.</summary>
    public string? DnsMark { get; init; }

    /// <summary>Whether the service's private DNS name leads to it within the VPC.</summary>
    public bool PrivateDnsEnabled { get; init; }

    /// <summary>That name, while it is enabled.</summary>
    public string? PrivateDnsName { get; init; }

    /// <summary>The private hosted zone of that name.</summary>
    public string? PrivateZoneId { get; init; }

    /// <summary>
    /// Whether that name is for inbound resolver endpoints only; null for a service without gateway endpoints.
    /// </summary>
    public bool? PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>Why it failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The same as a code.</summary>
    public string? FailureCode { get; init; }
}
