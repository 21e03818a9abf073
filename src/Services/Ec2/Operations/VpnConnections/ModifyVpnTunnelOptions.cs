using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>Begins to change one tunnel of a connection, named by its outside address.</summary>
public sealed class ModifyVpnTunnelOptions
    : IWriteOperation<ModifyVpnTunnelOptionsRequest, ModifyVpnTunnelOptionsResult>
{
    /// <inheritdoc/>
    public ModifyVpnTunnelOptionsResult Run(ModifyVpnTunnelOptionsRequest request, Call call)
    {
        VpnConnectionWish.RefuseStorage(request.PreSharedKeyStorage);
        if (request.SkipTunnelReplacement == true)
        {
            throw Errors.NotServed("control of tunnel replacements (SkipTunnelReplacement)");
        }

        var connection = VpnConnectionRules.GetAvailable(call, request.VpnConnectionId!);
        var address = request.VpnTunnelOutsideIpAddress!;
        var tunnel = connection.Tunnels.FirstOrDefault(t => t.OutsideIpAddress == address)
            ?? throw Errors.InvalidParameterValue(
                $"Value ({address}) for parameter vpnTunnelOutsideIpAddress is invalid. No tunnel of {connection.Id} "
                + "has it.");
        var wish = VpnTunnelOptions.Of(request.TunnelOptions!);
        var changed = connection with
        {
            State = VpnState.Modifying,
            Tunnels = connection.Tunnels.Replace(tunnel, VpnTunnelFactory.Changed(call, connection, tunnel, wish)),
        };
        VpnConnectionLoop.Begin(call, changed);
        return new() { VpnConnection = VpnConnectionView.Of(changed, call) };
    }
}
