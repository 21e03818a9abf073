using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// What the owner of a service says to endpoints. Source: AWS PrivateLink Guide, "Accept or reject connection
/// requests": also what is available can be rejected. That what was rejected can be accepted, and the code
/// InvalidState, are guessed.
/// </summary>
internal static class ConnectionAnswers
{
    /// <summary>Accepts an endpoint; null where that went well.</summary>
    public static UnsuccessfulItem? Accept(Call call, VpcEndpointServiceRecord service, string id)
    {
        if (Find(call, service, id) is not { } connection)
        {
            return EndpointErrors.Item(id, EndpointKinds.Endpoint.NotFound(id));
        }

        var endpoint = EndpointConnections.EndpointOf(call, connection)!;
        if (endpoint.State is not (EndpointState.PendingAcceptance or EndpointState.Rejected))
        {
            return EndpointErrors.Item(id, InvalidState(endpoint));
        }

        Put(call, connection, endpoint with { State = EndpointState.Pending }, EndpointEvents.Accept);
        EndpointLoop.Accept(call, connection);
        return null;
    }

    /// <summary>Rejects an endpoint; null where that went well.</summary>
    public static UnsuccessfulItem? Reject(Call call, VpcEndpointServiceRecord service, string id)
    {
        if (Find(call, service, id) is not { } connection)
        {
            return EndpointErrors.Item(id, EndpointKinds.Endpoint.NotFound(id));
        }

        var endpoint = EndpointConnections.EndpointOf(call, connection)!;
        if (endpoint.State is not (EndpointState.PendingAcceptance or EndpointState.Pending or EndpointState.Available))
        {
            return EndpointErrors.Item(id, InvalidState(endpoint));
        }

        Put(call, connection, endpoint with { State = EndpointState.Rejected }, EndpointEvents.Reject);
        return null;
    }

    private static VpcEndpointConnectionRecord? Find(ReadCall call, VpcEndpointServiceRecord service, string id)
    {
        EndpointKinds.Endpoint.CheckForm(id);
        var connection = EndpointConnections.Find(call, service.Id, id);
        return connection is not null && EndpointConnections.EndpointOf(call, connection) is not null
            ? connection
            : null;
    }

    private static void Put(
        Call call, VpcEndpointConnectionRecord connection, VpcEndpointRecord endpoint, string name)
    {
        call.Write(EndpointTables.Endpoints, connection.EndpointScope).Put(endpoint);
        EndpointEvents.Raise(call, connection.EndpointScope, endpoint, name);
    }

    private static ServiceException InvalidState(VpcEndpointRecord endpoint) =>
        new("InvalidState", $"The VPC endpoint {endpoint.Id} is {endpoint.State.ToWire()}.");
}
