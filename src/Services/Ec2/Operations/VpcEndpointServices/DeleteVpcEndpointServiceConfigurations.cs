using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Deletes endpoint services that no endpoint is connected to or waits for; those that it cannot delete it lists.
/// </summary>
public sealed class DeleteVpcEndpointServiceConfigurations
    : IWriteOperation<DeleteVpcEndpointServiceConfigurationsRequest, DeleteVpcEndpointServiceConfigurationsResult>
{
    /// <inheritdoc/>
    public DeleteVpcEndpointServiceConfigurationsResult Run(
        DeleteVpcEndpointServiceConfigurationsRequest request, Call call)
    {
        var unsuccessful = new List<UnsuccessfulItem>();
        foreach (var id in request.ServiceIds!.Distinct(StringComparer.Ordinal))
        {
            EndpointKinds.Service.CheckForm(id);
            if (Refusal(call, new VpcEndpointServiceId(id)) is { } refusal)
            {
                unsuccessful.Add(EndpointErrors.Item(id, refusal));
                continue;
            }

            var service = EndpointServices.Get(call, id) with { State = ServiceState.Deleting };
            call.Write(EndpointTables.Services).Put(service);
            EndpointLoop.EndService(call, service);
        }

        return new() { Unsuccessful = unsuccessful };
    }

    // The codes that Terraform's provider and users know of this list.
    private static ServiceException? Refusal(ReadCall call, VpcEndpointServiceId id)
    {
        if (call.Read(EndpointTables.Services).Find(id) is not { State: ServiceState.Available })
        {
            return new("InvalidVpcEndpointService.NotFound", $"The VpcEndpointService Id '{id}' does not exist");
        }

        var held = call.Read(EndpointTables.Connections).By(EndpointTables.ConnectionsByService, id.Value).Any(c =>
            EndpointConnections.EndpointOf(call, c) is { } endpoint && EndpointConnections.HoldsService(endpoint));
        return held
            ? new("ExistingVpcEndpointConnections", "Service has existing active VPC Endpoint connections!")
            : null;
    }
}
