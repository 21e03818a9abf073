using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>Which events of an endpoint, or of all endpoints of a service, a topic is told.</summary>
public sealed record ConnectionNotificationRecord
{
    /// <summary>The id.</summary>
    public required ConnectionNotificationId Id { get; init; }

    /// <summary>The endpoint service; null for an endpoint.</summary>
    public VpcEndpointServiceId? ServiceId { get; init; }

    /// <summary>The endpoint; null for a service.</summary>
    public VpcEndpointId? EndpointId { get; init; }

    /// <summary>The topic.</summary>
    public required string TopicArn { get; init; }

    /// <summary>Accept, Connect, Delete, Reject.</summary>
    public ImmutableArray<string> Events { get; init; } = [];
}
