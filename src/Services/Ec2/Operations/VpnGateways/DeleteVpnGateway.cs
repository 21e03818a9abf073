using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnGateways;

/// <summary>
/// Deletes a virtual private gateway that is attached to nothing and has no connection; it stays visible as deleted
/// for a while.
/// </summary>
public sealed class DeleteVpnGateway : IWriteOperation<DeleteVpnGatewayRequest, DeleteVpnGatewayResult>
{
    /// <inheritdoc/>
    public DeleteVpnGatewayResult Run(DeleteVpnGatewayRequest request, Call call)
    {
        var gateway = VpnGatewayRules.GetAlive(call, request.VpnGatewayId!);
        if (gateway.VpcId is { } vpc)
        {
            throw Errors.IncorrectState($"The vpnGateway '{gateway.Id}' is attached to '{vpc}': detach it first.");
        }

        VpnConnectionRules.CheckUnused(call, gateway.Id);
        call.Write(Tables.VpnGateways).Put(gateway with { DeletedAt = call.Now });
        call.Schedule(VpnGatewayLoop.TimerKind, call.Now + VpnGatewayLoop.Visible, gateway.Id.Value);
        return new();
    }
}
