using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// What VPN connections announce, and what virtual private gateways propagate of it. Static and learned routes alike
/// are there while a tunnel is up. Source: Site-to-Site VPN user guide, "Get started" (configure routing).
/// </summary>
internal static class VpnRoutes
{
    /// <summary>The blocks that can be reached over a connection: none while both of its tunnels are down.</summary>
    public static IReadOnlyList<Cidr> Of(ReadCall call, Scope scope, VpnConnectionRecord connection)
    {
        var side = call.Read(VpnTables.OnPremises, scope).Find(connection.CustomerGatewayId);
        if (side is null || !VpnTunnels.Of(connection, side).Any(t => t.IsUp))
        {
            return [];
        }

        return connection.StaticRoutesOnly
            ? [.. Told(connection)]
            : [.. VpnTunnels.Announced(connection, side).Distinct().Order()];
    }

    /// <summary>The same, and what a static connection was told of also while its tunnels are down.</summary>
    public static IReadOnlyList<Cidr> Known(ReadCall call, Scope scope, VpnConnectionRecord connection) =>
        connection.StaticRoutesOnly ? [.. Told(connection)] : Of(call, scope, connection);

    /// <summary>
    /// The routes that virtual private gateways put into a table of their VPC, gateway by gateway, each block once. Of
    /// more than a table takes the first ones by address: which ones is guessed.
    /// </summary>
    public static IEnumerable<(Cidr Destination, VpnGatewayId Gateway)> Into(
        ReadCall call, Scope scope, RouteTableRecord table) =>
        table.PropagatingVgws
            .Where(id => call.Read(Tables.VpnGateways, scope).Find(id)?.VpcId == table.VpcId)
            .SelectMany(id => LearnedBy(call, scope, id).Select(cidr => (cidr, id)))
            .Take(VpnLimits.PropagatedRoutes);

    /// <summary>What the connections of a virtual private gateway announce, each block once, in order.</summary>
    public static IEnumerable<Cidr> LearnedBy(ReadCall call, Scope scope, VpnGatewayId gateway) =>
        call.Read(VpnTables.Connections, scope).By(VpnTables.ConnectionsByVpnGateway, gateway.Value)
            .SelectMany(connection => Of(call, scope, connection)).Distinct().Order();

    private static IEnumerable<Cidr> Told(VpnConnectionRecord connection) =>
        connection.Routes.Where(r => r.State == VpnState.Available).Select(r => r.DestinationCidr);
}
