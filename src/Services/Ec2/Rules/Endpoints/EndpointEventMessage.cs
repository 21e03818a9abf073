namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>What a topic is told of an endpoint, as JSON. AWS does not document the form: guessed.</summary>
internal sealed record EndpointEventMessage
{
    /// <summary>Accept, Connect, Delete or Reject.</summary>
    public required string Event { get; init; }

    /// <summary>The name of the service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The endpoint.</summary>
    public required string VpcEndpointId { get; init; }

    /// <summary>The account of the endpoint.</summary>
    public required string VpcEndpointOwner { get; init; }

    /// <summary>Its state after the event.</summary>
    public required string VpcEndpointState { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
