using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>The quotas of VPN connections. Source: Site-to-Site VPN user guide, "Site-to-Site VPN quotas".</summary>
internal static class VpnQuotas
{
    public static readonly Quota CustomerGateways = new("L-4FB7FF5D", "Customer gateways per region", 50);
    public static readonly Quota Connections = new("L-3E6EC3A3", "VPN connections per region", 50);
    public static readonly Quota ConnectionsPerGateway = new("L-B91E5754", "VPN connections per VGW", 10);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [CustomerGateways, Connections, ConnectionsPerGateway];
}
