using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>The private DNS name of an endpoint service, and the record that proves whose it is.</summary>
public sealed record EndpointServiceDnsRecord
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Endpoints can use it once it is verified.</summary>
    public required DnsNameState State { get; init; }

    /// <summary>The name of the TXT record.</summary>
    public required string RecordName { get; init; }

    /// <summary>Its value.</summary>
    public required string RecordValue { get; init; }
}
