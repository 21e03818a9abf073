using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An endpoint service that a customer offers.</summary>
public sealed record VpcEndpointServiceRecord
{
    /// <summary>The id.</summary>
    public required VpcEndpointServiceId Id { get; init; }

    /// <summary>Its region, which is part of its name.</summary>
    public required string Region { get; init; }

    /// <summary>Available, or on its way out.</summary>
    public required ServiceState State { get; init; }

    /// <summary>Whether each connection waits for acceptance.</summary>
    public required bool AcceptanceRequired { get; init; }

    /// <summary>The network load balancers behind it.</summary>
    public ImmutableArray<string> NetworkLoadBalancerArns { get; init; } = [];

    /// <summary>Which addresses endpoints to it may have.</summary>
    public ImmutableArray<ServiceConnectivityType> IpAddressTypes { get; init; } = [];

    /// <summary>From which regions it may be reached; none named: its own.</summary>
    public ImmutableArray<string> SupportedRegions { get; init; } = [];

    /// <summary>The private DNS name.</summary>
    public EndpointServiceDnsRecord? PrivateDns { get; init; }

    /// <summary>Who pays; null: the owners of the endpoints.</summary>
    public PayerResponsibility? Payer { get; init; }

    /// <summary>Who may make endpoints to it, besides its owner.</summary>
    public ImmutableArray<ServicePermissionRecord> Permissions { get; init; } = [];
}
