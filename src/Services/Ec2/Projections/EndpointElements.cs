using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;
using VpcEndpoint = Orrery.Engines.Reachability.Model.VpcEndpoint;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// VPC endpoints. The interfaces of interface endpoints are elements of their own, and so are the route tables that
/// have the routes to gateway endpoints.
/// </summary>
internal static class EndpointElements
{
    /// <summary>What they are made of.</summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
        [new ElementSource<VpcEndpointId, VpcEndpointRecord>(EndpointTables.Endpoints, Of)];

    // What is on its way out is no element.
    private static VpcEndpoint? Of(Place place, VpcEndpointRecord endpoint) =>
        !EndpointConnections.Exists(endpoint) ? null : new(endpoint.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            VpcId = endpoint.VpcId.Value,
            Kind = endpoint.Type == VpcEndpointType.Gateway ? VpcEndpointKind.Gateway : VpcEndpointKind.Interface,
            ServiceName = endpoint.ServiceName,
            PrefixListId = endpoint.PrefixListId?.Value,
            InterfaceIds = [.. endpoint.Interfaces.Select(face => face.NetworkInterfaceId.Value)],
            Functional = endpoint.State == EndpointState.Available,
        };
}
