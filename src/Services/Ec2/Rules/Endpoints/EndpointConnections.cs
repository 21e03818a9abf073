using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// The two sides of a connection: the endpoint in its scope, the connection in the service's. The state is the
/// endpoint's alone.
/// </summary>
internal static class EndpointConnections
{
    /// <summary>Makes the service's side of a new endpoint; AWS's services have none.</summary>
    public static void Open(Call call, VpcEndpointRecord endpoint)
    {
        if (endpoint is { ServiceId: { } service, ServiceScope: { } scope })
        {
            call.Write(EndpointTables.Connections, scope).Put(new VpcEndpointConnectionRecord
            {
                Id = call.NewId<VpcEndpointConnectionId>(),
                ServiceId = service,
                EndpointId = endpoint.Id,
                EndpointScope = call.Scope,
                CreatedAt = call.Now,
            });
        }
    }

    /// <summary>The endpoint of a connection; null once it is forgotten.</summary>
    public static VpcEndpointRecord? EndpointOf(ReadCall call, VpcEndpointConnectionRecord connection) =>
        call.Read(EndpointTables.Endpoints, connection.EndpointScope).Find(connection.EndpointId);

    /// <summary>The connection of an endpoint to a service of the call's scope, or null.</summary>
    public static VpcEndpointConnectionRecord? Find(ReadCall call, VpcEndpointServiceId service, string endpoint) =>
        call.Read(EndpointTables.Connections).By(EndpointTables.ConnectionsByEndpoint, endpoint)
            .FirstOrDefault(connection => connection.ServiceId == service);

    /// <summary>
    /// Whether an endpoint keeps its service from being deleted. Source: EC2 API Reference,
    /// DeleteVpcEndpointServiceConfigurations.
    /// </summary>
    public static bool HoldsService(VpcEndpointRecord endpoint) =>
        endpoint.State is EndpointState.Available or EndpointState.PendingAcceptance;

    /// <summary>Whether an endpoint is there, working or not; what is being deleted counts no more.</summary>
    public static bool Exists(VpcEndpointRecord endpoint) =>
        endpoint.State is not (EndpointState.Deleting or EndpointState.Deleted);
}
