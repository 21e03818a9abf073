using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpoints;

/// <summary>Makes a gateway or an interface endpoint to a service of AWS or of a customer.</summary>
public sealed class CreateVpcEndpoint : IWriteOperation<CreateVpcEndpointRequest, CreateVpcEndpointResult>
{
    /// <inheritdoc/>
    public CreateVpcEndpointResult Run(CreateVpcEndpointRequest request, Call call)
    {
        RefuseUnserved(request);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var type = request.VpcEndpointType ?? VpcEndpointType.Gateway;
        var name = request.ServiceName ?? throw Errors.Missing("ServiceName");
        var offer = EndpointOffers.Choose(call, name, type, request.ServiceRegion);
        var endpoint = type == VpcEndpointType.Gateway
            ? GatewayEndpoints.Make(call, vpc, offer, request)
            : InterfaceEndpoints.Make(call, vpc, offer, request);
        call.Write(EndpointTables.Endpoints).Put(endpoint);
        TagStore.PutNew(call, EndpointKinds.Endpoint, endpoint.Id.Value, request.TagSpecifications);
        EndpointConnections.Open(call, endpoint);
        EndpointEvents.Raise(call, call.Scope, endpoint, EndpointEvents.Connect);
        EndpointLoop.Begin(call, endpoint);
        return new() { VpcEndpoint = VpcEndpointView.Of(endpoint, call), ClientToken = request.ClientToken };
    }

    private static void RefuseUnserved(CreateVpcEndpointRequest request)
    {
        if (request.VpcEndpointType is not (null or VpcEndpointType.Gateway or VpcEndpointType.Interface))
        {
            throw Errors.NotServed($"VPC endpoints of type {request.VpcEndpointType.Value.ToWire()}");
        }

        if (request.ServiceNetworkArn is not null || request.ResourceConfigurationArn is not null)
        {
            throw Errors.NotServed("VPC endpoints of VPC Lattice (ServiceNetworkArn, ResourceConfigurationArn)");
        }

        EndpointRequests.RefuseLattice(request.DnsOptions);
    }
}
