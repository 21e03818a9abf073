using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using VpnConnection = Orrery.Engines.Reachability.Model.VpnConnection;
using VpnGateway = Orrery.Engines.Reachability.Model.VpnGateway;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// Virtual private gateways, VPN connections and what was declared behind them. What a connection announces shows in
/// the route tables that its gateway propagates to.
/// </summary>
internal static class VpnElements
{
    /// <summary>What they are made of.</summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
    [
        new ElementSource<VpnGatewayId, VpnGatewayRecord>(Tables.VpnGateways, Of)
        {
            Touches = static (place, gateway) => TablesOf(place, gateway.Id),
        },
        new ElementSource<VpnConnectionId, VpnConnectionRecord>(VpnTables.Connections, Of) { Touches = TablesOf },
        new ElementSource<CustomerGatewayId, OnPremisesRecord>(VpnTables.OnPremises, Of) { Touches = Announced },
    ];

    private static VpnGateway? Of(Place place, VpnGatewayRecord gateway) => gateway.DeletedAt is not null
        ? null
        : new(gateway.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            VpcId = gateway.VpcId?.Value,
            RouteTableId = place.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociated, gateway.Id.Value)
                .FirstOrDefault()?.Id.Value,
        };

    private static VpnConnection? Of(Place place, VpnConnectionRecord connection) =>
        !VpnConnectionRules.Exists(connection) ? null : new(connection.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            CustomerGatewayId = connection.CustomerGatewayId.Value,
            VpnGatewayId = connection.VpnGatewayId?.Value,
            Routes = VpnRoutes.Known(place.Call, place.Scope, connection),
            LocalCidr = connection.LocalCidr,
            RemoteCidr = connection.RemoteCidr,
            Up = VpnTunnels.Of(place.Call, place.Scope, connection).Any(tunnel => tunnel.IsUp),
        };

    private static OnPremisesNetwork Of(Place place, OnPremisesRecord side) => new(side.Id.Value)
    {
        Account = place.Scope.Account, Region = place.Scope.Region, Cidrs = side.Cidrs,
    };

    private static IEnumerable<string> Announced(Place place, OnPremisesRecord side) =>
        place.Read(VpnTables.Connections).By(VpnTables.ConnectionsByCustomerGateway, side.Id.Value)
            .SelectMany(connection => TablesOf(place, connection).Prepend(connection.Id.Value));

    private static IEnumerable<string> TablesOf(Place place, VpnConnectionRecord connection) =>
        connection.VpnGatewayId is { } gateway ? TablesOf(place, gateway) : [];

    // The tables that it propagates to are of the VPC that it is attached to.
    private static IEnumerable<string> TablesOf(Place place, VpnGatewayId gateway) =>
        place.Read(Tables.VpnGateways).Find(gateway)?.VpcId is { } vpc
            ? place.Read(Tables.RouteTables).By(Tables.RouteTablesByVpc, vpc.Value)
                .Where(table => table.PropagatingVgws.Contains(gateway)).Select(table => table.Id.Value)
            : [];
}
