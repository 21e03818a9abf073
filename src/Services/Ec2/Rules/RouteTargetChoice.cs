using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>The target that a request names: a parameter and its value.</summary>
/// <param name="Parameter">The parameter, as error messages write it.</param>
/// <param name="Id">Its value.</param>
internal readonly record struct RouteTargetChoice(string Parameter, string Id)
{
    private const string Names =
        "carrierGatewayId, coreNetworkArn, egressOnlyInternetGatewayId, gatewayId, instanceId, localGatewayId, "
        + "natGatewayId, networkInterfaceId, odbNetworkArn, transitGatewayId, vpcEndpointId or vpcPeeringConnectionId";

    /// <summary>The one target of a CreateRoute.</summary>
    /// <exception cref="Core.ServiceException">MissingParameter, InvalidParameterCombination.</exception>
    public static RouteTargetChoice Of(CreateRouteRequest request) => One(
        ("carrierGatewayId", request.CarrierGatewayId),
        ("coreNetworkArn", request.CoreNetworkArn),
        ("egressOnlyInternetGatewayId", request.EgressOnlyInternetGatewayId),
        ("gatewayId", request.GatewayId),
        ("instanceId", request.InstanceId),
        ("localGatewayId", request.LocalGatewayId),
        ("natGatewayId", request.NatGatewayId),
        ("networkInterfaceId", request.NetworkInterfaceId),
        ("odbNetworkArn", request.OdbNetworkArn),
        ("transitGatewayId", request.TransitGatewayId),
        ("vpcEndpointId", request.VpcEndpointId),
        ("vpcPeeringConnectionId", request.VpcPeeringConnectionId));

    /// <summary>The one target of a ReplaceRoute; its LocalTarget counts as one.</summary>
    /// <exception cref="Core.ServiceException">MissingParameter, InvalidParameterCombination.</exception>
    public static RouteTargetChoice Of(ReplaceRouteRequest request) => One(
        ("carrierGatewayId", request.CarrierGatewayId),
        ("coreNetworkArn", request.CoreNetworkArn),
        ("egressOnlyInternetGatewayId", request.EgressOnlyInternetGatewayId),
        ("gatewayId", request.GatewayId),
        ("instanceId", request.InstanceId),
        ("localGatewayId", request.LocalGatewayId),
        ("localTarget", request.LocalTarget == true ? EffectiveRoutes.Local : null),
        ("natGatewayId", request.NatGatewayId),
        ("networkInterfaceId", request.NetworkInterfaceId),
        ("odbNetworkArn", request.OdbNetworkArn),
        ("transitGatewayId", request.TransitGatewayId),
        ("vpcEndpointId", request.VpcEndpointId),
        ("vpcPeeringConnectionId", request.VpcPeeringConnectionId));

    /// <summary>Whether it is the VPC itself.</summary>
    public bool IsLocal => Parameter == "localTarget" || (Parameter == "gatewayId" && Id == EffectiveRoutes.Local);

    private static RouteTargetChoice One(params ReadOnlySpan<(string Parameter, string? Id)> choices)
    {
        RouteTargetChoice? one = null;
        foreach (var (parameter, id) in choices)
        {
            if (id is null)
            {
                continue;
            }

            one = one is { } other
                ? throw Errors.InvalidParameterCombination(
                    $"A route has one target: {other.Parameter} and {parameter} cannot be specified together")
                : new(parameter, id);
        }

        return one ?? throw Errors.Missing($"exactly one of {Names}");
    }
}
