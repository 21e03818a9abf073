using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Operations.VpcEndpoints;

/// <summary>
/// Changes an endpoint: the tables of a gateway endpoint; the subnets, groups, addresses and names of an interface
/// endpoint; the policy of both.
/// </summary>
public sealed class ModifyVpcEndpoint : IWriteOperation<ModifyVpcEndpointRequest, ModifyVpcEndpointResult>
{
    /// <inheritdoc/>
    public ModifyVpcEndpointResult Run(ModifyVpcEndpointRequest request, Call call)
    {
        EndpointRequests.RefuseLattice(request.DnsOptions);
        var endpoint = EndpointKinds.Endpoint.Get(call, request.VpcEndpointId!);
        if (endpoint.State is not (EndpointState.Available or EndpointState.Pending or EndpointState.PendingAcceptance))
        {
            // The code is guessed.
            throw Errors.IncorrectState($"The VPC endpoint {endpoint.Id} is {endpoint.State.ToWire()}.");
        }

        var changed = endpoint.Type == VpcEndpointType.Gateway
            ? GatewayEndpoints.Change(call, endpoint, request)
            : InterfaceEndpoints.Change(call, endpoint, OfferOf(call, endpoint), request);
        changed = changed with { Policy = PolicyOf(endpoint, request) };
        call.Write(EndpointTables.Endpoints).Put(changed);
        EndpointLoop.Reopen(call, changed);
        return new() { Return = true };
    }

    private static EndpointOffer OfferOf(ReadCall call, VpcEndpointRecord endpoint)
    {
        var offer = endpoint is { ServiceId: { } id, ServiceScope: { } scope }
            ? EndpointOffers.Find(call, scope, id)
            : AwsEndpointServices.Of(endpoint.ServiceRegion)
                .FirstOrDefault(o => o.ServiceName == endpoint.ServiceName && o.Type == endpoint.Type);
        return offer ?? throw EndpointErrors.InvalidServiceName(endpoint.ServiceName);
    }

    private static string? PolicyOf(VpcEndpointRecord endpoint, ModifyVpcEndpointRequest request)
    {
        if (request.ResetPolicy != true)
        {
            return EndpointPolicies.Check(request.PolicyDocument, endpoint.ServiceId is null) ?? endpoint.Policy;
        }

        return request.PolicyDocument is null
            ? null
            : throw Errors.InvalidParameterCombination("ResetPolicy and PolicyDocument cannot be specified together.");
    }
}
