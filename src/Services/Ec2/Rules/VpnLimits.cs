using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Quotas of VPN connections: their Service Quotas codes and defaults. Source: Site-to-Site VPN user guide,
/// "Site-to-Site VPN quotas"; error codes: "Error codes for the Amazon EC2 API".
/// </summary>
internal static class VpnLimits
{
    /// <summary>The most static routes of one connection to a virtual private gateway; no request raises it.</summary>
    private const int StaticRoutes = 100;

    /// <summary>The most routes that virtual private gateways put into one route table; no request raises it.</summary>
    public const int PropagatedRoutes = 100;

    /// <summary>Refuses one more customer gateway than the region may hold.</summary>
    public static void CheckCustomerGateways(ReadCall call) => call.Hold(
        VpnQuotas.CustomerGateways,
        call.Read(VpnTables.CustomerGateways).All().Count(g => g.State != VpnState.Deleted),
        _ => new("CustomerGatewayLimitExceeded", "The maximum number of customer gateways has been reached."));

    /// <summary>Refuses one more connection than the region may hold.</summary>
    public static void CheckConnections(ReadCall call) => call.Hold(
        VpnQuotas.Connections,
        call.Read(VpnTables.Connections).All().Count(c => c.State != VpnState.Deleted),
        _ => new("VpnConnectionLimitExceeded", "The maximum number of VPN connections has been reached."));

    /// <summary>
    /// Refuses one more connection than a virtual private gateway may have. That the code is the same is guessed.
    /// </summary>
    public static void CheckConnections(ReadCall call, VpnGatewayId gateway) => call.Hold(
        VpnQuotas.ConnectionsPerGateway,
        call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByVpnGateway, gateway.Value)
            .Count(c => c.State != VpnState.Deleted),
        _ => new(
            "VpnConnectionLimitExceeded",
            $"The maximum number of VPN connections of the vpnGateway '{gateway}' has been reached."));

    /// <summary>Refuses one more static route than a connection may have. The code is guessed.</summary>
    public static void CheckStaticRoutes(VpnConnectionRecord connection)
    {
        if (connection.Routes.Length >= StaticRoutes)
        {
            throw new ServiceException(
                "RouteLimitExceeded",
                $"The vpnConnection '{connection.Id}' can hold no more than {StaticRoutes} static routes.");
        }
    }

    /// <summary>How many routes the customer's device may announce over a connection; no request raises it.</summary>
    public static int DynamicRoutes(VpnConnectionRecord connection) =>
        connection.VpnGatewayId is not null ? 100 : 1000;
}
