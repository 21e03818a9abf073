using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Accepts what waits for acceptance, or was rejected before; those that it cannot accept it lists.</summary>
public sealed class AcceptVpcEndpointConnections
    : IWriteOperation<AcceptVpcEndpointConnectionsRequest, AcceptVpcEndpointConnectionsResult>
{
    /// <inheritdoc/>
    public AcceptVpcEndpointConnectionsResult Run(AcceptVpcEndpointConnectionsRequest request, Call call)
    {
        var service = EndpointServices.Get(call, request.ServiceId!);
        var unsuccessful = request.VpcEndpointIds!.Distinct(StringComparer.Ordinal)
            .Select(id => ConnectionAnswers.Accept(call, service, id))
            .OfType<UnsuccessfulItem>()
            .ToList();
        return new() { Unsuccessful = unsuccessful };
    }
}
