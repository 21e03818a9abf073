using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using WireRouteState = Orrery.Wire.Generated.Ec2.RouteState;

namespace Orrery.Services.Ec2.Views;

/// <summary>A route as the API writes it.</summary>
internal static class RouteView
{
    /// <summary>The route with its state.</summary>
    public static Route Of(EffectiveRoute route, ReadCall call)
    {
        var cidr = route.DestinationCidr;
        var view = new Route
        {
            DestinationCidrBlock = cidr is { IsV6: false } ? cidr.ToString() : null,
            DestinationIpv6CidrBlock = cidr is { IsV6: true } ? cidr.ToString() : null,
            DestinationPrefixListId = route.DestinationPrefixListId?.Value,
            Origin = route.Origin,
            State = route.IsActive ? WireRouteState.Active : WireRouteState.Blackhole,
        };
        var id = route.TargetId;
        return route.TargetKind switch
        {
            RouteTargetKind.EgressOnlyInternetGateway => view with { EgressOnlyInternetGatewayId = id },
            RouteTargetKind.NatGateway => view with { NatGatewayId = id },
            RouteTargetKind.TransitGateway => view with { TransitGatewayId = id },
            RouteTargetKind.VpcPeeringConnection => view with { VpcPeeringConnectionId = id },
            RouteTargetKind.NetworkInterface => OfInterface(view, route, call),
            _ => view with { GatewayId = id },
        };
    }

    /// <summary>The instance behind a route to a network interface, and its owner; null where there is none.</summary>
    public static (string Id, string Owner)? InstanceOf(EffectiveRoute route, ReadCall call) =>
        route.TargetKind == RouteTargetKind.NetworkInterface
        && call.Read(Tables.NetworkInterfaces).Find(new NetworkInterfaceId(route.TargetId))
            is { Attachment: { InstanceId: { } instance, InstanceOwnerId: var owner } }
            ? (instance, owner)
            : null;

    private static Route OfInterface(Route view, EffectiveRoute route, ReadCall call)
    {
        var instance = InstanceOf(route, call);
        return view with
        {
            NetworkInterfaceId = route.TargetId, InstanceId = instance?.Id, InstanceOwnerId = instance?.Owner,
        };
    }
}
