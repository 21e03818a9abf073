using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>
/// Begins to delete a VPN connection: its tunnels are down and its routes gone at once, and so is its
/// attachment to a transit gateway; it stays visible for a while.
/// </summary>
public sealed class DeleteVpnConnection : IWriteOperation<DeleteVpnConnectionRequest, DeleteVpnConnectionResult>
{
    /// <inheritdoc/>
    public DeleteVpnConnectionResult Run(DeleteVpnConnectionRequest request, Call call)
    {
        var connection = VpnConnectionRules.GetAlive(call, request.VpnConnectionId!);

        // Deleting again what is going changes nothing: guessed.
        if (connection.State != VpnState.Deleting)
        {
            VpnAttachments.End(call, connection);
            VpnConnectionLoop.Begin(call, connection with { State = VpnState.Deleting });
        }

        return new();
    }
}
