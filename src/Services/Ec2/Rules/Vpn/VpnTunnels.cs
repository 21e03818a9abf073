using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// Whether the tunnels of a connection are up: computed from the connection's state and from the customer's side, as it
/// was declared. Without a declared side nobody answers, and a tunnel stays down. Words of telemetry are those that
/// published answers of DescribeVpnConnections show.
/// </summary>
internal static class VpnTunnels
{
    private const string Down = "IPSEC IS DOWN";
    private const string Up = "IPSEC IS UP";

    /// <summary>Both tunnels as of the call.</summary>
    public static IReadOnlyList<VpnTunnelStatus> Of(ReadCall call, Scope scope, VpnConnectionRecord connection) =>
        Of(connection, call.Read(VpnTables.OnPremises, scope).Find(connection.CustomerGatewayId));

    /// <summary>Both tunnels, were this the customer's side.</summary>
    public static IReadOnlyList<VpnTunnelStatus> Of(VpnConnectionRecord connection, OnPremisesRecord? side) =>
        [.. connection.Tunnels.Select((tunnel, place) => Of(connection, side, tunnel, place))];

    /// <summary>The blocks that the customer's device announces over this connection.</summary>
    public static IEnumerable<Cidr> Announced(VpnConnectionRecord connection, OnPremisesRecord side) =>
        side.Announced.Where(cidr => cidr.IsV6 == connection.InsideIpv6);

    /// <summary>Puts a connection, and notes which of its tunnels go up or down with that.</summary>
    public static void Put(Call call, VpnConnectionRecord connection)
    {
        var table = call.Write(VpnTables.Connections);
        var before = table.Find(connection.Id);
        var sideBefore = before is null ? null : SideOf(call, before);
        table.Put(before is null
            ? connection
            : Noted(call, connection, Of(before, sideBefore), SideOf(call, connection)));
    }

    /// <summary>Puts or takes away the customer's side, and notes which tunnels go up or down with that.</summary>
    public static void Put(Call call, CustomerGatewayRecord gateway, OnPremisesRecord? side)
    {
        var sides = call.Write(VpnTables.OnPremises);
        var before = sides.Find(gateway.Id);
        var connections = call.Write(VpnTables.Connections);
        var all = connections.By(VpnTables.ConnectionsByCustomerGateway, gateway.Id.Value).ToList();
        foreach (var connection in all)
        {
            var noted = Noted(call, connection, Of(connection, before), side);
            if (noted != connection)
            {
                connections.Put(noted);
            }
        }

        if (side is not null)
        {
            sides.Put(side);
        }
        else
        {
            sides.Remove(gateway.Id);
        }
    }

    private static OnPremisesRecord? SideOf(ReadCall call, VpnConnectionRecord connection) =>
        call.Read(VpnTables.OnPremises).Find(connection.CustomerGatewayId);

    // Source: EC2 API Reference, VgwTelemetry: LastStatusChange moves with IKE, IPsec and BGP.
    private static VpnConnectionRecord Noted(
        ReadCall call, VpnConnectionRecord after, IReadOnlyList<VpnTunnelStatus> before, OnPremisesRecord? side)
    {
        var statuses = Of(after, side);
        var tunnels = after.Tunnels;
        for (var place = 0; place < statuses.Count; place++)
        {
            if (statuses[place].IsUp != before[place].IsUp || statuses[place].Message != before[place].Message)
            {
                tunnels = tunnels.SetItem(place, tunnels[place] with { ChangedAt = call.Now });
            }
        }

        return tunnels == after.Tunnels ? after : after with { Tunnels = tunnels };
    }

    private static VpnTunnelStatus Of(
        VpnConnectionRecord connection, OnPremisesRecord? side, VpnTunnelRecord tunnel, int place)
    {
        var name = $"Tunnel {place + 1} ({tunnel.OutsideIpAddress})";
        if (connection.State != VpnState.Available)
        {
            return No("VPN_NOT_AVAILABLE", $"{name} is down: {connection.Id} is {connection.State.ToWire()}.");
        }

        if (side is null)
        {
            return new(tunnel, Undeclared(connection, name), Down, 0);
        }

        if (place >= side.TunnelsUp)
        {
            return No("CUSTOMER_TUNNEL_DOWN", $"{name} is down: the device behind {side.Id} keeps it down.");
        }

        return connection.StaticRoutesOnly
            ? Yes(Up, connection.Routes.Count(r => r.State == VpnState.Available))
            : OverBgp(connection, side, tunnel, name);

        VpnTunnelStatus No(string code, string text) =>
            new(tunnel, Decision.No(Reason.Of(code, text, connection.Id.Value)), Down, 0);

        VpnTunnelStatus Yes(string message, int routes) =>
            new(tunnel, Decision.Yes(Reason.Of("TUNNEL_UP", $"{name} is up.", connection.Id.Value)), message, routes);
    }

    // A session that announces too much goes down and the tunnel with it, IPsec staying up: guessed after AWS Direct
    // Connect's user guide, which says so of its sessions.
    private static VpnTunnelStatus OverBgp(
        VpnConnectionRecord connection, OnPremisesRecord side, VpnTunnelRecord tunnel, string name)
    {
        var routes = Announced(connection, side).Count();
        var limit = VpnLimits.DynamicRoutes(connection);
        if (routes <= limit)
        {
            var up = Reason.Of("TUNNEL_UP", $"{name} is up.", connection.Id.Value);
            return new(tunnel, Decision.Yes(up), $"{routes} BGP ROUTES", routes);
        }

        var reason = Reason.Of(
            "TOO_MANY_BGP_ROUTES",
            $"{name} is down: the device behind {side.Id} announces {routes} routes, and {limit} are the most.",
            connection.Id.Value);
        return new(tunnel, Decision.No(reason), Up, 0);
    }

    private static Decision Undeclared(VpnConnectionRecord connection, string name)
    {
        var gateway = connection.CustomerGatewayId.Value;
        var remedy = new Remedy($"Declare what is behind it: orrery onprem declare {gateway} --cidr BLOCK", []);
        var text = $"{name} is down: nobody answers behind {gateway}.";
        return Decision.No(Reason.Of("CUSTOMER_SIDE_NOT_THERE", text, connection.Id.Value), remedy);
    }
}
