using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>VPC endpoints as policies see them: whose they are, where they lead, what they let through.</summary>
internal sealed class EndpointDesk : IEndpointDoors
{
    /// <inheritdoc/>
    public EndpointDoor? Find(ReadCall call, string endpointId)
    {
        foreach (var scope in call.Scopes.Where(s => s.Region == call.Region))
        {
            if (call.Read(EndpointTables.Endpoints, scope).Find(new(endpointId)) is { } endpoint)
                return endpoint.State == State.Available ? DoorOf(scope.Account, endpoint) : null;
        }

        return null;
    }

    // Services of AWS are com.amazonaws.REGION.SERVICE; those of others have no policies to ask.
    private static EndpointDoor DoorOf(string account, VpcEndpointRecord endpoint) => new(
        endpoint.Id.Value, endpoint.VpcId.Value, account,
        endpoint.ServiceName[(endpoint.ServiceName.LastIndexOf('.') + 1)..],
        new(endpoint.Id.Value, EndpointPolicies.Of(endpoint) ?? ""));
}
