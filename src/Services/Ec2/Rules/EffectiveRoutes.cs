using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The routes that a table really has: one local route for each block of the VPC (or what replaced it), then what
/// CreateRoute made, then what virtual private gateways propagate, also where a static route has the same destination.
/// Source: Amazon VPC User Guide, "Route table concepts" and "How route priority works".
/// </summary>
internal static class EffectiveRoutes
{
    /// <summary>The target of local routes, as the API writes it.</summary>
    public const string Local = "local";

    /// <summary>All routes of a table with their states as of the call.</summary>
    public static IReadOnlyList<EffectiveRoute> Of(ReadCall call, RouteTableRecord table)
    {
        var routes = new List<EffectiveRoute>();
        foreach (var block in VpcCidrs.Blocks(call, table.VpcId))
        {
            var instead = table.Routes.FirstOrDefault(r => r.ReplacesLocal && r.DestinationCidr == block);
            routes.Add(instead is null
                ? LocalRoute(call, table, block)
                : Static(call, table, instead, RouteOrigin.CreateRouteTable));
        }

        routes.AddRange(table.Routes
            .Where(r => !r.ReplacesLocal)
            .Select(r => Static(call, table, r, RouteOrigin.CreateRoute)));
        routes.AddRange(VpnRoutes.Into(call, call.Scope, table).Select(r => Propagated(call, table, r)));
        return routes;
    }

    private static EffectiveRoute LocalRoute(ReadCall call, RouteTableRecord table, Cidr block) => new()
    {
        DestinationCidr = block,
        TargetKind = RouteTargetKind.Local,
        TargetId = Local,
        Origin = RouteOrigin.CreateRouteTable,
        State = RouteState.Of(call, table.VpcId, RouteTargetKind.Local, Local),
    };

    private static EffectiveRoute Propagated(
        ReadCall call, RouteTableRecord table, (Cidr Destination, VpnGatewayId Gateway) learned) => new()
    {
        DestinationCidr = learned.Destination,
        TargetKind = RouteTargetKind.VpnGateway,
        TargetId = learned.Gateway.Value,
        Origin = RouteOrigin.EnableVgwRoutePropagation,
        State = RouteState.Of(call, table.VpcId, RouteTargetKind.VpnGateway, learned.Gateway.Value),
    };

    private static EffectiveRoute Static(
        ReadCall call, RouteTableRecord table, RouteRecord route, RouteOrigin origin) => new()
    {
        DestinationCidr = route.DestinationCidr,
        DestinationPrefixListId = route.DestinationPrefixListId,
        TargetKind = route.TargetKind,
        TargetId = route.TargetId,
        Origin = origin,
        State = RouteState.Of(call, table.VpcId, route.TargetKind, route.TargetId),
    };
}
