using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>A service that endpoints of one type can lead to: AWS's, or a customer's.</summary>
internal sealed record EndpointOffer
{
    /// <summary>Its name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Its id.</summary>
    public required string ServiceId { get; init; }

    /// <summary>Gateway or interface.</summary>
    public required VpcEndpointType Type { get; init; }

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>amazon, or the customer's account.</summary>
    public required string Owner { get; init; }

    /// <summary>What the DNS names of endpoints end in.</summary>
    public required string BaseDnsName { get; init; }

    /// <summary>Its private DNS name.</summary>
    public string? PrivateDnsName { get; init; }

    /// <summary>Whether that name is proved to be its owner's.</summary>
    public DnsNameState? PrivateDnsState { get; init; }

    /// <summary>Which addresses endpoints may have.</summary>
    public required IReadOnlyList<ServiceConnectivityType> IpAddressTypes { get; init; }

    /// <summary>Whether it takes requests by the same private name over gateway endpoints.</summary>
    public bool HasGatewayTwin { get; init; }

    /// <summary>The customer's record; null for AWS's.</summary>
    public VpcEndpointServiceRecord? Custom { get; init; }

    /// <summary>Where that record is.</summary>
    public Scope? CustomScope { get; init; }

    /// <summary>Whether it is one of AWS's. Only those take policies (DescribeVpcEndpointServices says so).</summary>
    public bool IsAws => Custom is null;

    /// <summary>Orders offers: by name, then by type.</summary>
    public string Key => $"{ServiceName} {Type} {ServiceId}";
}
