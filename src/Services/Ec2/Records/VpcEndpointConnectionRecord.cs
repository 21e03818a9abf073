using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// The connection of an endpoint to an endpoint service, in the scope of the service. Its state is the endpoint's.
/// </summary>
public sealed record VpcEndpointConnectionRecord
{
    /// <summary>The id.</summary>
    public required VpcEndpointConnectionId Id { get; init; }

    /// <summary>The endpoint service.</summary>
    public required VpcEndpointServiceId ServiceId { get; init; }

    /// <summary>The endpoint.</summary>
    public required VpcEndpointId EndpointId { get; init; }

    /// <summary>Where the endpoint is.</summary>
    public required Scope EndpointScope { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
