using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Operations.VpcEndpoints;

/// <summary>Deletes endpoints with their routes and interfaces; those that it cannot delete it lists.</summary>
public sealed class DeleteVpcEndpoints : IWriteOperation<DeleteVpcEndpointsRequest, DeleteVpcEndpointsResult>
{
    /// <inheritdoc/>
    public DeleteVpcEndpointsResult Run(DeleteVpcEndpointsRequest request, Call call)
    {
        var unsuccessful = new List<UnsuccessfulItem>();
        foreach (var id in request.VpcEndpointIds!.Distinct(StringComparer.Ordinal))
        {
            EndpointKinds.Endpoint.CheckForm(id);
            switch (call.Read(EndpointTables.Endpoints).Find(new VpcEndpointId(id)))
            {
                case null or { State: EndpointState.Deleted }:
                    unsuccessful.Add(EndpointErrors.Item(id, NotFound(id)));
                    break;
                case { State: not EndpointState.Deleting } endpoint:
                    var ending = endpoint with { State = EndpointState.Deleting };
                    EndpointLoop.End(call, ending);
                    EndpointEvents.Raise(call, call.Scope, ending, EndpointEvents.Delete);
                    break;
                default:
                    break;
            }
        }

        return new() { Unsuccessful = unsuccessful };
    }

    // The code that Terraform's provider knows of this list.
    private static ServiceException NotFound(string id) =>
        new("InvalidVpcEndpoint.NotFound", $"The Vpc Endpoint Id '{id}' does not exist");
}
