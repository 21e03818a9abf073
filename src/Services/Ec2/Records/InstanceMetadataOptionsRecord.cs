using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>How an instance reaches its metadata.</summary>
public sealed record InstanceMetadataOptionsRecord
{
    /// <summary>Pending until the instance runs with them.</summary>
    public InstanceMetadataOptionsState State { get; init; } = InstanceMetadataOptionsState.Pending;

    /// <summary>Whether version 2 is required.</summary>
    public required HttpTokensState HttpTokens { get; init; }

    /// <summary>From 1 to 64.</summary>
    public required int HttpPutResponseHopLimit { get; init; }

    /// <summary>Whether there is an endpoint at all.</summary>
    public InstanceMetadataEndpointState HttpEndpoint { get; init; } = InstanceMetadataEndpointState.Enabled;

    /// <summary>Whether it has an IPv6 address.</summary>
    public InstanceMetadataProtocolState HttpProtocolIpv6 { get; init; } = InstanceMetadataProtocolState.Disabled;

    /// <summary>Whether the tags of the instance are among its metadata.</summary>
    public InstanceMetadataTagsState InstanceMetadataTags { get; init; } = InstanceMetadataTagsState.Disabled;
}
