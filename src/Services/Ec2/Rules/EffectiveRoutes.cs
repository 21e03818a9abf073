using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The routes that a table really has: one local route for each block of the VPC (or what replaced it), then what
/// CreateRoute made. Virtual private gateways learn routes from VPN and Direct Connect only, which do not exist here
/// yet, so that a propagating one adds none. Source: Amazon VPC User Guide, "Route table concepts".
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
