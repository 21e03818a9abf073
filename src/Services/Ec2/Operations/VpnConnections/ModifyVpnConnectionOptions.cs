using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>Begins to change which addresses the tunnels of a connection carry; they are down meanwhile.</summary>
public sealed class ModifyVpnConnectionOptions
    : IWriteOperation<ModifyVpnConnectionOptionsRequest, ModifyVpnConnectionOptionsResult>
{
    /// <inheritdoc/>
    public ModifyVpnConnectionOptionsResult Run(ModifyVpnConnectionOptionsRequest request, Call call)
    {
        VpnConnectionWish.RefuseBandwidth(request.TunnelBandwidth);
        var connection = VpnConnectionWish.WithSelectors(
            VpnConnectionRules.GetAvailable(call, request.VpnConnectionId!),
            (request.LocalIpv4NetworkCidr, request.RemoteIpv4NetworkCidr),
            (request.LocalIpv6NetworkCidr, request.RemoteIpv6NetworkCidr)) with { State = VpnState.Modifying };
        VpnConnectionLoop.Begin(call, connection);
        return new() { VpnConnection = VpnConnectionView.Of(connection, call) };
    }
}
