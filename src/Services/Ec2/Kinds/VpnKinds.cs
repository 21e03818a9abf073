using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of VPN connections. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType enumeration
/// of the EC2 model.
/// </summary>
internal static class VpnKinds
{
    public static readonly TableKind<CustomerGatewayId, CustomerGatewayRecord> CustomerGateway = new(
        VpnTables.CustomerGateways,
        "customer-gateway",
        new("InvalidCustomerGatewayID.NotFound", "InvalidCustomerGatewayId.Malformed", "customerGateway ID"));

    public static readonly TableKind<VpnConnectionId, VpnConnectionRecord> Connection = new(
        VpnTables.Connections,
        "vpn-connection",
        new("InvalidVpnConnectionID.NotFound", "InvalidVpnConnectionID", "vpnConnection ID"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [CustomerGateway, Connection];
}
