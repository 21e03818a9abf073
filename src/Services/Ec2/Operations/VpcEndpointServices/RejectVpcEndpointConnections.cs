using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Rejects what waits for acceptance, or is connected already; those that it cannot reject it lists.</summary>
public sealed class RejectVpcEndpointConnections
    : IWriteOperation<RejectVpcEndpointConnectionsRequest, RejectVpcEndpointConnectionsResult>
{
    /// <inheritdoc/>
    public RejectVpcEndpointConnectionsResult Run(RejectVpcEndpointConnectionsRequest request, Call call)
    {
        var service = EndpointServices.Get(call, request.ServiceId!);
        var unsuccessful = request.VpcEndpointIds!.Distinct(StringComparer.Ordinal)
            .Select(id => ConnectionAnswers.Reject(call, service, id))
            .OfType<UnsuccessfulItem>()
            .ToList();
        return new() { Unsuccessful = unsuccessful };
    }
}
