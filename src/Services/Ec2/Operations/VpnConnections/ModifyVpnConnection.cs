using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>
/// Begins to move an end of a VPN connection to another customer gateway, virtual private gateway or transit gateway.
/// Its tunnels, with their addresses and keys, stay; they are down meanwhile.
/// </summary>
public sealed class ModifyVpnConnection : IWriteOperation<ModifyVpnConnectionRequest, ModifyVpnConnectionResult>
{
    /// <inheritdoc/>
    public ModifyVpnConnectionResult Run(ModifyVpnConnectionRequest request, Call call)
    {
        var connection = VpnConnectionRules.GetAvailable(call, request.VpnConnectionId!);
        var end = VpnEnd.Of(call, request.VpnGatewayId, request.TransitGatewayId);
        if (end is null && request.CustomerGatewayId is null)
        {
            throw Errors.Missing("customerGatewayId, vpnGatewayId or transitGatewayId");
        }

        var customer = request.CustomerGatewayId is { } id
            ? VpnConnectionRules.UseCustomerGateway(call, id).Id
            : connection.CustomerGatewayId;
        var changed = Moved(call, connection, end) with { CustomerGatewayId = customer, State = VpnState.Modifying };
        VpnConnectionLoop.Begin(call, changed);
        if (changed.TransitGatewayId != connection.TransitGatewayId)
        {
            VpnAttachments.End(call, connection);
            VpnAttachments.Begin(call, changed);
        }

        return new() { VpnConnection = VpnConnectionView.Of(changed, call) };
    }

    private static VpnConnectionRecord Moved(Call call, VpnConnectionRecord connection, VpnEnd? end)
    {
        if (end is null || (end.VpnGatewayId == connection.VpnGatewayId
            && end.TransitGatewayId == connection.TransitGatewayId))
        {
            return connection;
        }

        if (end.VpnGatewayId is { } gateway)
        {
            VpnConnectionRules.CheckFamily(connection.InsideIpv6);
            VpnLimits.CheckConnections(call, gateway);
        }
        else if (!connection.Routes.IsEmpty)
        {
            // Source: EC2 API Reference, ModifyVpnConnection (static routes go first); the code is guessed.
            throw Errors.IncorrectState(
                $"The static routes of the vpnConnection '{connection.Id}' must be deleted before it can move to a "
                + "transit gateway.");
        }

        return connection with { VpnGatewayId = end.VpnGatewayId, TransitGatewayId = end.TransitGatewayId };
    }
}
