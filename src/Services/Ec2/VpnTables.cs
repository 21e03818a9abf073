using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of VPN connections.</summary>
internal static class VpnTables
{
    public static readonly Table<CustomerGatewayId, CustomerGatewayRecord> CustomerGateways =
        Table<CustomerGatewayId, CustomerGatewayRecord>.Resident(
            "ec2.customer-gateways", r => r.Id, () => VpnJson.Default.CustomerGatewayRecord);

    public static readonly Table<VpnConnectionId, VpnConnectionRecord> Connections =
        Table<VpnConnectionId, VpnConnectionRecord>.Resident(
            "ec2.vpn-connections", r => r.Id, () => VpnJson.Default.VpnConnectionRecord).Hiding("preSharedKey");

    public static readonly Index<VpnConnectionId, VpnConnectionRecord> ConnectionsByCustomerGateway =
        Connections.Index("customer-gateway", c => c.CustomerGatewayId.Value);

    public static readonly Index<VpnConnectionId, VpnConnectionRecord> ConnectionsByVpnGateway =
        Connections.Index("vpn-gateway", c => c.VpnGatewayId?.Value);

    public static readonly Index<VpnConnectionId, VpnConnectionRecord> ConnectionsByTransitGateway =
        Connections.Index("transit-gateway", c => c.TransitGatewayId?.Value);

    public static readonly Table<CustomerGatewayId, OnPremisesRecord> OnPremises =
        Table<CustomerGatewayId, OnPremisesRecord>.Resident(
            "ec2.on-premises", r => r.Id, () => VpnJson.Default.OnPremisesRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [CustomerGateways, Connections, OnPremises];
}
