using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A VPN connection as the API writes it.</summary>
internal static class VpnConnectionView
{
    /// <summary>The connection with its tunnels as they stand, and its tags.</summary>
    public static VpnConnection Of(VpnConnectionRecord connection, ReadCall call) => new()
    {
        VpnConnectionId = connection.Id.Value,
        State = connection.State,
        Type = GatewayType.Ipsec1,
        Category = "VPN",
        CustomerGatewayId = connection.CustomerGatewayId.Value,
        VpnGatewayId = connection.VpnGatewayId?.Value,
        TransitGatewayId = connection.TransitGatewayId?.Value,
        GatewayAssociationState = AssociationOf(connection.State),

        // Source: EC2 API Reference, VpnConnection.
        CustomerGatewayConfiguration = connection.State is VpnState.Pending or VpnState.Available
            ? VpnConfigurationView.Of(connection, call)
            : null,
        Options = OptionsOf(connection),
        Routes = [.. connection.Routes.Select(Of)],
        VgwTelemetry = connection.State == VpnState.Deleted
            ? []
            : [.. VpnTunnels.Of(call, call.Scope, connection).Select(Of)],
        Tags = TagStore.View(call, connection.Id.Value),
    };

    // That it follows the connection's own state is guessed.
    private static GatewayAssociationState AssociationOf(VpnState state) => state switch
    {
        VpnState.Pending => GatewayAssociationState.Associating,
        VpnState.Deleting => GatewayAssociationState.Disassociating,
        VpnState.Deleted => GatewayAssociationState.NotAssociated,
        _ => GatewayAssociationState.Associated,
    };

    private static VpnStaticRoute Of(VpnStaticRouteRecord route) => new()
    {
        DestinationCidrBlock = route.DestinationCidr.ToString(),
        Source = VpnStaticRouteSource.Static,
        State = route.State,
    };

    private static VgwTelemetry Of(VpnTunnelStatus status) => new()
    {
        OutsideIpAddress = status.Tunnel.OutsideIpAddress,
        Status = status.IsUp ? TelemetryStatus.Up : TelemetryStatus.Down,
        StatusMessage = status.Message,
        AcceptedRouteCount = status.AcceptedRoutes,
        LastStatusChange = status.Tunnel.ChangedAt,
    };

    private static VpnConnectionOptions OptionsOf(VpnConnectionRecord connection)
    {
        var (v4, v6) = (!connection.InsideIpv6, connection.InsideIpv6);
        var any = v6 ? "::/0" : "0.0.0.0/0";
        var (local, remote) = (connection.LocalCidr?.ToString() ?? any, connection.RemoteCidr?.ToString() ?? any);
        return new()
        {
            EnableAcceleration = false,
            StaticRoutesOnly = connection.StaticRoutesOnly,
            LocalIpv4NetworkCidr = v4 ? local : null,
            RemoteIpv4NetworkCidr = v4 ? remote : null,
            LocalIpv6NetworkCidr = v6 ? local : null,
            RemoteIpv6NetworkCidr = v6 ? remote : null,
            OutsideIpAddressType = "PublicIpv4",
            TunnelInsideIpVersion = v6 ? TunnelInsideIpVersion.Ipv6 : TunnelInsideIpVersion.Ipv4,
            TunnelBandwidth = VpnTunnelBandwidth.Standard,
            TunnelOptions = [.. connection.Tunnels.Select(Of)],
        };
    }

    // What was not asked for is not written: published answers show only what differs from the defaults.
    private static TunnelOption Of(VpnTunnelRecord tunnel)
    {
        var options = tunnel.Options;
        return new()
        {
            OutsideIpAddress = tunnel.OutsideIpAddress,
            TunnelInsideCidr = tunnel.InsideCidr?.ToString(),
            TunnelInsideIpv6Cidr = tunnel.InsideIpv6Cidr?.ToString(),
            PreSharedKey = tunnel.PreSharedKey,
            Phase1LifetimeSeconds = options.Phase1LifetimeSeconds,
            Phase2LifetimeSeconds = options.Phase2LifetimeSeconds,
            RekeyMarginTimeSeconds = options.RekeyMarginTimeSeconds,
            RekeyFuzzPercentage = options.RekeyFuzzPercentage,
            ReplayWindowSize = options.ReplayWindowSize,
            DpdTimeoutSeconds = options.DpdTimeoutSeconds,
            DpdTimeoutAction = options.DpdTimeoutAction,
            StartupAction = options.StartupAction,
            Phase1EncryptionAlgorithms = [.. options.Phase1EncryptionAlgorithms.Select(v =>
                new Phase1EncryptionAlgorithmsListValue { Value = v })],
            Phase2EncryptionAlgorithms = [.. options.Phase2EncryptionAlgorithms.Select(v =>
                new Phase2EncryptionAlgorithmsListValue { Value = v })],
            Phase1IntegrityAlgorithms = [.. options.Phase1IntegrityAlgorithms.Select(v =>
                new Phase1IntegrityAlgorithmsListValue { Value = v })],
            Phase2IntegrityAlgorithms = [.. options.Phase2IntegrityAlgorithms.Select(v =>
                new Phase2IntegrityAlgorithmsListValue { Value = v })],
            Phase1DHGroupNumbers = [.. options.Phase1DhGroups.Select(v =>
                new Phase1DHGroupNumbersListValue { Value = v })],
            Phase2DHGroupNumbers = [.. options.Phase2DhGroups.Select(v =>
                new Phase2DHGroupNumbersListValue { Value = v })],
            IkeVersions = [.. options.IkeVersions.Select(v => new IKEVersionsListValue { Value = v })],
        };
    }
}
