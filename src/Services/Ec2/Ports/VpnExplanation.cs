using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Why a VPN connection carries packets or not: tunnel by tunnel, and what it announces.</summary>
internal static class VpnExplanation
{
    /// <summary>Yes while one of its tunnels is up.</summary>
    public static Decision Of(ReadCall call, VpnConnectionRecord connection)
    {
        var tunnels = VpnTunnels.Of(call, call.Scope, connection);
        var up = tunnels.Count(tunnel => tunnel.IsUp);
        var id = connection.Id.Value;
        var routes = VpnRoutes.Of(call, call.Scope, connection);
        var learned = connection.StaticRoutesOnly ? "was told of" : "learned";
        var root = new Reason(
            up > 0 ? "VPN_UP" : "VPN_DOWN",
            $"{up} of the {tunnels.Count} tunnels of {id} are up.",
            id,
            [
                .. tunnels.Select(tunnel => tunnel.State.Root),
                .. routes.Select(cidr => Reason.Of("VPN_ROUTE", $"It {learned} {cidr}.", id)),
            ]);
        return up > 0
            ? Decision.Yes(root)
            : Decision.No(root, [.. tunnels.SelectMany(tunnel => tunnel.State.Remedies).DistinctBy(r => r.Text)]);
    }
}
